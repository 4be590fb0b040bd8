import { expect, test } from 'vitest';
import { fillPlaceholders } from '#lib/filled.ts';

test('marks what stands in place of a placeholder, and leaves what has no value', () => {
	expect(fillPlaceholders('kill <pid> <x>', { pid: '1234' })).toEqual([
		{ text: 'kill ' },
		{ text: '1234', placeholder: 'pid' },
		{ text: ' <x>' },
	]);
});
