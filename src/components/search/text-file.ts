import { decodeText } from '#finder/decode.ts';

/** The largest text that is read, in bytes of a file and in characters of a paste. */
export const maxTextLength = 5_000_000;

export type TextFile = { readonly text: string } | { readonly problem: string };

/** The text of a dropped or chosen file. It is read on this device. */
export async function readTextFile(file: File): Promise<TextFile> {
	if (file.size > maxTextLength)
		return { problem: `${file.name} is larger than 5 MB. Paste the part with the error.` };
	try {
		const text = decodeText(new Uint8Array(await file.arrayBuffer()));
		// Text has no NUL; a program or a picture has many.
		return text.slice(0, 4096).includes('\0')
			? { problem: `${file.name} is not a text file.` }
			: { text };
	} catch {
		return { problem: `${file.name} cannot be read.` };
	}
}
