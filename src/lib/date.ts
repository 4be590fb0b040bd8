/** A function of a day that is asked about few days many times. */
function remembering(format: (date: Date) => string): (date: Date) => string {
	const known = new Map<number, string>();
	return (date) => {
		const time = date.getTime();
		let text = known.get(time);
		if (text === undefined) known.set(time, (text = format(date)));
		return text;
	};
}

/** `2026-11-22`, in UTC, which is how an unquoted YAML day is read. */
export const isoDay = remembering((date) => date.toISOString().slice(0, 10));

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `22 November 2026`. */
export const formatDay = remembering((date) => longDay.format(date));
