/** The text of a file or a pipe: UTF-16 where its first bytes say so, as PowerShell 5 writes it, else UTF-8. */
export function decodeText(bytes: Uint8Array): string {
	const [first, second] = bytes;
	const isLittle = first === 0xff && second === 0xfe;
	const isBig = first === 0xfe && second === 0xff;
	return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
