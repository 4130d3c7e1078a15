import { css } from 'lit';

export default css`
  form {
    display: grid;
    gap: 14px;
  }

  .ends {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
  }
`;
