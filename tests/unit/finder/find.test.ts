import { describe, expect, test } from 'vitest';
import { find } from '#finder/find.ts';
import { indexedGuide, openIndex } from '../../content-index.ts';

const guides = [
	indexedGuide({
		id: 'node/eacces',
		code: 'EACCES',
		messages: ["Error: EACCES: permission denied, open '<path>'"],
	}),
	indexedGuide({
		id: 'npm/eacces',
		code: 'EACCES',
		messages: [
			'npm error code EACCES',
			"npm error Error: EACCES: permission denied, open '<path>'",
		],
	}),
	indexedGuide({ id: 'node/eaddrinuse', code: 'EADDRINUSE' }),
	indexedGuide({ id: 'oracle/ora-01017', code: 'ORA-01017' }),
	indexedGuide({ id: 'kiln/e1-1', code: 'E1-1-XYZ' }),
	indexedGuide({ id: 'press/e11', code: 'E11XYZ' }),
	indexedGuide({ id: 'nginx/502', code: '502 Bad Gateway' }),
	indexedGuide({ id: 'win/0x80070005', code: '0x80070005', aliases: ['E_ACCESSDENIED'] }),
	indexedGuide({
		id: 'web/refused',
		code: 'UpstreamRefused',
		messages: ['upstream <address> refused every single connection'],
		causes: ['node/eaddrinuse'],
	}),
	indexedGuide({ id: 'git/fetch-first', code: 'fetch first' }),
	indexedGuide({ id: 'make/separator', code: 'missing separator' }),
	indexedGuide({ id: 'kubernetes/pull', code: 'ImagePullBackOff' }),
	indexedGuide({
		id: 'bash/permission-denied',
		code: 'exit code 126',
		messages: ['bash: <file>: Permission denied'],
	}),
	indexedGuide({
		id: 'entra/mfa',
		code: 'AADSTS50076',
		messages: ['Because you moved to a new location, you must use multi-factor authentication'],
	}),
];
const products = [
	{ slug: 'npm', name: 'npm', also: [], marks: ['npm error'] },
	{ slug: 'node', name: 'Node.js', also: [], marks: ['at Module._compile'] },
];
const { index } = openIndex(guides, products);

async function ids(text: string): Promise<string[]> {
	return (await find(index, text)).matches.map(({ guide }) => guide.id);
}

describe('certain', () => {
	test.each([
		['EADDRINUSE', 'node/eaddrinuse'],
		['eaddrinuse', 'node/eaddrinuse'],
		['ora 1017', 'oracle/ora-01017'],
		['-2147024891', 'win/0x80070005'],
		['npm error code EACCES', 'npm/eacces'],
		["Error: EACCES: permission denied, open '/x'\n    at Module._compile", 'node/eacces'],
		['upstream 10.0.0.1:80 refused every single connection', 'web/refused'],
		['how to fix 502 bad gateway', 'nginx/502'],
		['WindowsUpdate_80070005', 'win/0x80070005'],
		['bash: ./deploy.sh: Keine Berechtigung', 'bash/permission-denied'],
		['bash: ligne 1: ./deploy.sh: Permission non accordée', 'bash/permission-denied'],
	])('%j is %s', async (text, id) => {
		const { state, matches } = await find(index, text);

		expect([state, matches[0]?.guide.id]).toEqual(['certain', id]);
	});

	test('an exact spelling beats a folded one', async () => {
		expect((await ids('E11XYZ'))[0]).toBe('press/e11');
		expect((await ids('E1-1-XYZ'))[0]).toBe('kiln/e1-1');
	});
});

describe('possible', () => {
	test('a code that two products share is a choice between equals', async () => {
		const { state, matches } = await find(index, 'EACCES');

		expect(state).toBe('possible');
		expect(matches.map(({ isAlternative }) => isAlternative)).toEqual([false, false]);
	});

	test('a bare number asks', async () => {
		expect((await find(index, '502')).state).toBe('possible');
	});

	test('a phrase within a sentence is not it', async () => {
		expect((await find(index, 'you should fetch first and then merge it')).state).not.toBe(
			'certain',
		);
	});

	test('code that handles an error is not the error', async () => {
		expect((await find(index, "if (error.code === 'EADDRINUSE') retry();")).state).not.toBe(
			'certain',
		);
	});

	test('a table of codes is none of them', async () => {
		const table =
			'EPERM 1\nENOENT 2\nESRCH 3\nEINTR 4\nENXIO 6\nEBADF 9\nEACCES 13\nEADDRINUSE 98\n';

		expect((await find(index, table)).state).toBe('possible');
	});

	test.each([
		'Fix handling of EADDRINUSE in the watcher of the tests (#812)',
		'The chapter about EADDRINUSE was the longest of the book.',
		' ✓ handles EADDRINUSE (3 ms)',
		'// EADDRINUSE is caught by the caller',
		"it('answers EADDRINUSE when the port is taken', run);",
		"if (['EPERM', 'EADDRINUSE'].includes(code)) return;",
	])('%j speaks of an error and has none', async (text) => {
		expect((await find(index, text)).state).not.toBe('certain');
	});

	test('a code with one wrong letter is a question', async () => {
		const { state, matches } = await find(index, 'EADDRINSUE');

		expect([state, matches[0]?.guide.id, matches[0]?.why]).toEqual([
			'possible',
			'node/eaddrinuse',
			'one letter away from EADDRINUSE',
		]);
	});
});

describe('possible, and no more', () => {
	test.each([
		'This release drops the UpstreamRefused workaround, since Node.js 22 can do without.\n    at Module._compile',
		"with pytest.raises(UpstreamRefused, match='x'):",
		'// @ts-expect-error UpstreamRefused is wanted here',
	])('talk about an error, even where the product is named: %j', async (text) => {
		expect((await find(index, text)).state).toBe('possible');
	});

	test('the middle of a message at the end of a text', async () => {
		const text = 'AADSTS50079: The user is required to use multi-factor authentication';

		expect((await find(index, text)).state).not.toBe('certain');
	});

	test.each([
		['makefile:12 missing seperator stop', 'make/separator'],
		['kubectl get pods shows imagepullbackof for my private registry image', 'kubernetes/pull'],
	])('a mistyped word in a sentence: %j', async (text, id) => {
		expect((await ids(text))[0]).toBe(id);
	});
});

describe('unknown', () => {
	test('a number in a sentence is no mistyped code', async () => {
		expect(await find(index, 'the server on port 503 answers slowly')).toMatchObject({
			state: 'unknown',
			matches: [],
		});
	});

	test('another number is no match, only a suggestion', async () => {
		const { state, matches, suggestions } = await find(index, '0x80070002');

		expect([state, matches.length, suggestions[0]?.name]).toEqual(['unknown', 0, '0x80070005']);
	});

	test.each(['', ' ', '\u0000', 'Everything is fine.', '__proto__', 'constructor', '<script>'])(
		'%j is nothing',
		async (text) => {
			expect((await find(index, text)).state).toBe('unknown');
		},
	);
});

describe('several errors in one text', () => {
	const log = [
		'10:00 upstream 10.0.0.1:80 refused every single connection',
		'09:59 Error: listen EADDRINUSE: address already in use :::3000',
	].join('\n');

	test('are all there, the cause before its effect', async () => {
		expect(await ids(log)).toEqual(['node/eaddrinuse', 'web/refused']);
	});

	test('each with its place in the text', async () => {
		const { matches } = await find(index, log);

		expect(matches.map(({ span }) => log.slice(span.start, span.end))).toEqual([
			'EADDRINUSE',
			'upstream 10.0.0.1:80 refused every single connection',
		]);
	});
});

test('a better fitting product comes first, the other as an alternative', async () => {
	const { matches } = await find(index, "npm error Error: EACCES: permission denied, open '/x'");

	expect(matches.map(({ guide, isAlternative }) => [guide.id, isAlternative])).toEqual([
		['npm/eacces', false],
		['node/eacces', true],
	]);
});

test('one code by itself needs the manifest and its shards alone', async () => {
	const { index: fresh, read } = openIndex(guides, products);
	await find(fresh, 'EADDRINUSE');

	expect(read).toHaveLength(2);
});

test('rejects when the index cannot be had, and works when it can again', async () => {
	const { index: fresh } = openIndex(guides, products);
	let isDown = true;
	// It inherits all of it.
	const flaky = Object.assign(Object.create(fresh) as typeof fresh, {
		manifest: () => (isDown ? Promise.reject(new Error('down')) : fresh.manifest()),
	});
	await expect(flaky.manifest()).rejects.toThrow('down');
	isDown = false;

	expect((await flaky.manifest()).guides).toBe(guides.length);
});
