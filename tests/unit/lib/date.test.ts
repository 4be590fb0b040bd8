import { expect, test } from 'vitest';
import { formatDay, isoDay } from '#lib/date.ts';

test('writes the day in UTC, also when it is another day elsewhere', () => {
	const lateInUtc = new Date('2026-11-22T23:59:59Z');

	expect([isoDay(lateInUtc), formatDay(lateInUtc)]).toEqual(['2026-11-22', '22 November 2026']);
});
