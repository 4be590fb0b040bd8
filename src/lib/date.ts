/** `2026-11-22`, in UTC, which is how an unquoted YAML day is read. */
export function isoDay(date: Date): string {
	return date.toISOString().slice(0, 10);
}

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `22 November 2026`. */
export function formatDay(date: Date): string {
	return longDay.format(date);
}
