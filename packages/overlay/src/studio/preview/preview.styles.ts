import { css } from 'lit';

export default css`
  figure {
    display: grid;
    gap: 8px;
    justify-items: center;
    margin: 0;
  }

  .frame {
    inline-size: 100%;
    overflow: hidden;
    border-radius: 10px 30px 10px 30px;
    background: url('/pictures/backdrop.svg') 50% 28% / cover;
    box-shadow: var(--deck-shadow);
  }

  .portrait .frame {
    max-inline-size: min(360px, (100vh - 190px) * 9 / 16);
    aspect-ratio: 9 / 16;
  }

  .landscape .frame {
    aspect-ratio: 16 / 9;
  }

  iframe {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    /* Of another colour scheme than its page, a frame would get an opaque ground. */
    color-scheme: light;
    animation: come 240ms ease-out both;
  }

  @keyframes come {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    iframe {
      animation: none;
    }
  }

  figcaption {
    font-size: 15px;
    color: var(--deck-text-quiet);
  }

  .shapes {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-end: 12px;
  }

  .shapes button {
    min-block-size: 44px;
    padding-inline: 10px;
    font-size: 15px;
    white-space: nowrap;
  }
`;
