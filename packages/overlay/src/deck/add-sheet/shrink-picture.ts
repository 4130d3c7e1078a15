/** The longest side that a picture keeps, in px: the card shows it no larger than this on a 1080-wide canvas. */
const SIDE_PX = 480;

/** A product, picture included, has to fit into one command. */
const MAX_CHARS = 120_000;

/** Makes a chosen picture small enough to live in the ledger, as a JPEG data URL. Null when it cannot be opened. */
export async function shrinkPicture(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SIDE_PX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    for (const quality of [0.82, 0.6, 0.4]) {
      const url = canvas.toDataURL('image/jpeg', quality);
      if (url.length <= MAX_CHARS) return url;
    }
    return null;
  } catch {
    return null;
  }
}
