import { expect, test } from 'vitest';
import { formatProgress, parseProgress } from '#lib/guide-progress.ts';

const nothing = { done: new Set(), outcomes: {}, on: {} };

test('reads what it wrote', () => {
	const progress = {
		done: new Set(['install-1', 'install-2']),
		outcomes: { install: 'failed' },
		on: { system: 'linux' },
	};
	expect(parseProgress(formatProgress(progress))).toEqual(progress);
});

test('starts anew where nothing, or nothing of its own, is stored', () => {
	for (const text of [null, '', 'null', '{}', '3', '[5]', '{"done":[]}', 'not JSON'])
		expect(parseProgress(text)).toEqual(nothing);
	expect(parseProgress('[[]]')).toEqual(nothing);
});
