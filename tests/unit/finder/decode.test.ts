import { expect, test } from 'vitest';
import { decodeText } from '#finder/decode.ts';

test.each([
	['UTF-8', [0x45, 0xc3, 0xa9]],
	['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x45, 0xc3, 0xa9]],
	['UTF-16, little end first', [0xff, 0xfe, 0x45, 0x00, 0xe9, 0x00]],
	['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x45, 0x00, 0xe9]],
])('reads %s', (_, bytes) => {
	expect(decodeText(Uint8Array.from(bytes))).toBe('Eé');
});

test('takes what is no text for what it can', () => {
	expect(decodeText(Uint8Array.from([0xff, 0x45]))).toBe('\uFFFDE');
});
