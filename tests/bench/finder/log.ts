import type { Random } from '../random.ts';

const services = ['checkout', 'ledger', 'mailer', 'gateway', 'search-indexer', 'session-store'];
const verbs = ['accepted', 'finished', 'queued', 'retried', 'skipped', 'stored', 'sent', 'loaded'];
const nouns = ['order', 'invoice', 'upload', 'session', 'thumbnail', 'batch', 'message', 'lease'];
const paths = ['/api/v2/orders', '/static/app.js', '/health', '/api/v2/users/me', '/favicon.ico'];
const frames = ['Queue.drain', 'Router.handle', 'Pool.acquire', 'Session.commit'];

function hex(random: Random, length: number): string {
	return Array.from({ length }, () => random.below(16).toString(16)).join('');
}

function timeOf(line: number): string {
	return new Date(Date.UTC(2026, 10, 24, 6) + line * 137).toISOString();
}

/** Access lines, plain and structured lines and stack traces, whose identifiers hardly ever repeat. */
function logLine(random: Random, line: number): string {
	const time = timeOf(line);
	const service = random.pick(services);
	const event = `${random.pick(nouns)} ${hex(random, 12)} ${random.pick(verbs)}`;
	const number = random.below(90_000);
	const address = `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
	return random.pick([
		`${address} - - [${time}] "GET ${random.pick(paths)}?id=${hex(random, 8)} HTTP/1.1" 200 ${number} "-" "Mozilla/5.0 (X11; Linux x86_64)"`,
		`${time} INFO  [${service}] ${event} in ${random.below(900)} ms (attempt 1, worker-${random.below(32)})`,
		`{"time":"${time}","level":"debug","service":"${service}","msg":"${event}","bytes":${number}}`,
		`    at ${random.pick(frames)} (/srv/${service}/dist/${hex(random, 6)}.js:${random.below(900)}:${random.below(80)})`,
	]);
}

/** A log of a service, of as many characters as wanted, with one line that matters in its middle. */
export function makeLog(random: Random, length: number, error: string): string {
	const lines: string[] = [];
	let written = 0;
	const add = (text: string) => {
		lines.push(text);
		written += text.length + 1;
	};
	while (written < length / 2) add(logLine(random, lines.length));
	add(`${timeOf(lines.length)} ERROR ${error}`);
	while (written < length) add(logLine(random, lines.length));
	return `${lines.join('\n')}\n`.slice(0, length);
}
