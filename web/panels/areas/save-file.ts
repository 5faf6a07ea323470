/** Hands a file to the browser, which puts it where the person keeps what she fetches. */
export function saveFile(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Some browsers read the file only in the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
