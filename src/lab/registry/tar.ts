import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const blockSize = 512;

function padded(content: Uint8Array): Buffer {
	const size = Math.ceil(content.length / blockSize) * blockSize;
	return Buffer.concat([content], size);
}

/** The header of one file in the ustar format. Its name must fit, as names in labs do. */
function headerOf(name: string, size: number, executable: boolean): Buffer {
	const header = Buffer.alloc(blockSize);
	const octal = (value: number, length: number) =>
		`${value.toString(8).padStart(length - 1, '0')}\0`;
	header.write(name, 0, 100);
	header.write(octal(executable ? 0o755 : 0o644, 8), 100);
	header.write(octal(0, 8), 108);
	header.write(octal(0, 8), 116);
	header.write(octal(size, 12), 124);
	header.write(octal(0, 12), 136);
	header.write(' '.repeat(8), 148);
	header.write('0', 156);
	header.write('ustar\0' + '00', 257);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return header;
}

/** The files of a folder as a tar archive, below `package/` as npm has them. The same files give the same bytes. */
export function packFolder(folder: string): Buffer {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
	const blocks = names.flatMap((name) => {
		const status = statSync(join(folder, name));
		if (!status.isFile()) return [];
		const content = readFileSync(join(folder, name));
		const executable = (status.mode & 0o111) !== 0;
		return [headerOf(`package/${name}`, content.length, executable), padded(content)];
	});
	return Buffer.concat([...blocks, Buffer.alloc(2 * blockSize)]);
}
