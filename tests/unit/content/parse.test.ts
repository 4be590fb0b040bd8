import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseGuide } from '#content/parse.ts';
import { guideSchema, type Fragment, type Guide } from '#schema/guide.ts';
import {
	bytesOf,
	cleanGuide,
	edit,
	file,
	findingsOf,
	guideOf,
	inHtml,
	placesOf,
} from './clean-guide.ts';

/** A guide with its fragments as HTML. */
type HtmlGuide = {
	readonly [Key in keyof Guide]: Guide[Key] extends Fragment ? string : Guide[Key];
};

const parsedFixture = (path: string) => {
	const name = `content/guides/${path}.mdx`;
	return parseGuide(name, readFileSync(`tests/fixtures/clean/${name}`)).guide;
};

// It puts HTML in the place of every fragment, whatever it is given.
const fixture = (path: string) => inHtml(parsedFixture(path)) as HtmlGuide | undefined;

// As above.
const htmlGuideOf = (text: string) => inHtml(guideOf(text)) as HtmlGuide;

/** The HTML of the introduction, for what may stand anywhere. */
const intro = (markdown: string) =>
	htmlGuideOf(edit(cleanGuide, 'The kiln stays cold.', markdown)).intro;

test('reads the compact form: a tag behind text or a list without a blank line', () => {
	expect(fixture('press/p-100')).toEqual({
		code: 'P_100',
		name: 'Paper is missing',
		product: 'press',
		aliases: ['PAPER_OUT'],
		messages: ['P_100: tray <number> has no paper', 'tray <number> ran out'],
		appliesTo: 'Press 2 and later',
		answer:
			'The tray is empty, or the press does not see the paper in it. Fill the tray with `press fill` and start the job again.',
		related: [{ guide: 'press/p-200', as: 'cause' }],
		sources: [
			{
				title: 'Press: Errors',
				url: 'https://press.example/errors',
				checked: new Date('2026-11-22T00:00:00Z'),
			},
		],
		updated: new Date('2026-11-22T00:00:00Z'),
		id: 'press/p-100',
		slug: 'p-100',
		intro: '<p>The press stops before the first sheet.</p>',
		firstCheck: '<p><code>press tray</code> prints <code>empty</code>.</p>',
		causes: [
			{
				id: 'the-tray-is-empty',
				title: 'The tray is empty',
				fixes: ['fill-the-tray', 'reset-the-press'],
				body: '<p>Somebody used the last sheet.</p>',
				checks: ['<p><code>press tray</code> prints <code>empty</code>.</p>'],
			},
		],
		fixes: [
			{
				id: 'fill-the-tray',
				title: 'Fill the tray',
				risk: 'reversible',
				by: 'user',
				minutes: 1,
				advanced: false,
				lead: '',
				steps: [
					'<p>Open the tray and fill it:</p><pre class="code" data-kind="command" data-label="Shell"><code>press fill <var>&lt;number&gt;</var></code></pre>',
					'<p>Close the tray.</p>',
				],
				after: '',
				verify: '<p><code>press tray</code> prints <code>full</code>.</p>',
				undo: '<p><code>press empty</code></p>',
			},
			{
				id: 'reset-the-press',
				title: 'Reset the press',
				risk: 'destructive',
				by: 'admin',
				minutes: 5,
				advanced: true,
				loses: 'The jobs that wait in the queue.',
				lead: '',
				steps: ['<p>Run <code>press reset</code>.</p>'],
				after: '',
				verify: '<p>The display shows <code>READY</code>.</p>',
			},
		],
		questions: [
			{
				id: 'why-does-it-work-with-the-other-tray',
				ask: 'Why does it work with the other tray?',
				answer: '<p>Each tray has its own sensor.</p>',
			},
		],
		siteLinks: [],
	});
});

test('reads the spaced form, with lead, nested list, notes and variants', () => {
	const guide = fixture('press/p-200');

	expect(guide?.causes).toEqual([
		{
			id: 'the-tray-is-not-pushed-in',
			title: 'The tray is not pushed in',
			fixes: ['close-the-tray'],
			body: '<p>The rail needs a push.</p>',
			checks: [
				"<p>Look at the tray:</p><ul><li>it stands out by a finger's breadth</li><li>its lamp is off</li></ul>" +
					'<div class="on" data-on="linux macos"><p class="on-label">Linux, macOS</p>' +
					'<pre class="code" data-kind="command" data-label="Shell"><code>press tray --all</code></pre>' +
					'<pre class="code" data-kind="output" data-label="Output"><code>tray 1: open</code></pre></div>' +
					'<div class="on" data-on="windows"><p class="on-label">Windows</p>' +
					'<pre class="code" data-kind="command" data-label="PowerShell"><code><span class="t-number">Get-PressTray</span></code></pre></div>',
			],
		},
		{
			id: 'paper-dust-is-on-the-rail',
			title: 'Paper dust is on the rail',
			fixes: ['clean-the-rail', 'close-the-tray'],
			body: '<p>Dust keeps the tray from its stop.</p>',
			checks: ['<p>The rail looks grey.</p>', '<p>Pushing the tray makes no click.</p>'],
		},
	]);
	expect(guide?.fixes).toEqual([
		{
			id: 'close-the-tray',
			title: 'Close the tray',
			risk: 'none',
			by: 'user',
			minutes: 1,
			advanced: false,
			lead: '<p>Nothing can break.</p>',
			steps: [
				'<p>Push the tray until it clicks.</p><div class="note" role="note"><p>The click is quiet.</p></div>',
				'<p>Look at the lamp: <span class="on" data-on="docker"><b class="on-label">Docker:</b> in a container there is none</span> it is green.</p>',
			],
			after: '<p>The display changes after a second.</p>',
			verify: '<p>The display shows <code>READY</code>.</p>',
		},
		{
			id: 'clean-the-rail',
			title: 'Clean the rail',
			risk: 'reversible',
			by: 'user',
			minutes: 10,
			advanced: false,
			lead: '',
			steps: [
				'<p>Take the tray out.</p>',
				'<p>Wipe the rail:</p><ol><li>the left one</li><li>the right one</li></ol>',
				'<p>Put the tray back, see <a href="https://press.example/rail">the manual</a>.</p>',
			],
			after: '',
			verify: '<p>The tray clicks.</p>',
			undo: '<p>None is needed.</p>',
		},
	]);
});

test('renders tables, links, emphasis and notes of the introduction', () => {
	expect(fixture('press/p-200')?.intro).toBe(
		'<p>The message names the tray. It differs from <a href="/errors/press/p-100/"><code>P_100</code></a>, see <a href="/errors/press/p-100/#fill-the-tray">its fix</a>\n' +
			'and <a href="#clean-the-rail">below</a>.</p>' +
			'<table><thead><tr><th>Display</th><th>Meaning</th></tr></thead><tbody>' +
			'<tr><td><code>OPEN</code></td><td>The tray is <strong>open</strong></td></tr>' +
			'<tr><td><code>STUCK</code></td><td>The tray is <em>not quite</em> closed</td></tr></tbody></table>' +
			'<div class="note" role="note"><p>Keep fingers away from the <em>rollers</em>.</p></div>',
	);
});

test('gives what the collection schema takes', () => {
	expect(
		['press/p-100', 'press/p-200'].map((path) => guideSchema.safeParse(parsedFixture(path)).error),
	).toEqual([undefined, undefined]);
});

test.each([
	['a line of its own', '<Check>The lamp is red.</Check>'],
	['lines of its own', '<Check>\nThe lamp is red.\n</Check>'],
	['lines of its own with blank lines inside', '<Check>\n\nThe lamp is red.\n\n</Check>'],
	['a line of its own behind a blank line', '\n<Check>The lamp is red.</Check>'],
])('reads a check on %s', (_, check) => {
	const guide = htmlGuideOf(edit(cleanGuide, '<Check>The door lamp is red.</Check>', check));

	expect(guide.causes.map(({ body, checks }) => ({ body, checks }))).toEqual([
		{ body: '<p>A lamp tells.</p>', checks: ['<p>The lamp is red.</p>'] },
	]);
});

test.each([
	[
		'a nested list',
		'1. Close:\n   - left\n   - right\n',
		'<p>Close:</p><ul><li>left</li><li>right</li></ul>',
	],
	[
		'a deeper list',
		'1. Close:\n   1. left\n      - door\n',
		'<p>Close:</p><ol><li><p>left</p><ul><li>door</li></ul></li></ol>',
	],
	[
		'a fence',
		'1. Close:\n   ```text\n   x\n   ```\n',
		'<p>Close:</p><pre class="code" data-kind="output" data-label="Output"><code>x</code></pre>',
	],
	['a second paragraph', '1. Close.\n\n   Slowly.\n', '<p>Close.</p><p>Slowly.</p>'],
])('lifts <Verify> that follows %s without a blank line', (_, steps, html) => {
	const [fix] = htmlGuideOf(edit(cleanGuide, '1. Close the door.\n', steps)).fixes;

	expect([fix?.steps, fix?.verify]).toEqual([[html], '<p>The lamp turns green.</p>']);
});

test('lifts each of several tags that follow each other', () => {
	const text = edit(
		edit(cleanGuide, 'risk="none"', 'risk="reversible"'),
		'green.</Verify>',
		'green.</Verify>\n<Undo>Open it.</Undo>',
	);

	expect(htmlGuideOf(text).fixes).toMatchObject([
		{
			steps: ['<p>Close the door.</p>'],
			verify: '<p>The lamp turns green.</p>',
			undo: '<p>Open it.</p>',
		},
	]);
});

test('makes a block of a variant that has a paragraph for itself, and a part of the sentence of another', () => {
	expect([
		intro('<On is="windows">Wait.</On>'),
		intro('<On is="windows">Wait.</On>\n<On is="linux">Go.</On>'),
		intro('Then <On is="windows">wait</On>.'),
	]).toEqual([
		'<div class="on" data-on="windows"><p class="on-label">Windows</p><p>Wait.</p></div>',
		'<div class="on" data-on="windows"><p class="on-label">Windows</p><p>Wait.</p></div>' +
			'<div class="on" data-on="linux"><p class="on-label">Linux</p><p>Go.</p></div>',
		'<p>Then <span class="on" data-on="windows"><b class="on-label">Windows:</b> wait</span>.</p>',
	]);
});

test.each([
	['text', 'a \\<script> & "b"', '<p>a &lt;script&gt; &amp; &quot;b&quot;</p>'],
	[
		'code in a line',
		'`<script>alert("x")</script>`',
		'<p><code><var>&lt;script&gt;</var>alert(&quot;x&quot;)&lt;/script&gt;</code></p>',
	],
	[
		'a code block',
		'```text\n</code></pre><script>\n```',
		'<pre class="code" data-kind="output" data-label="Output"><code>&lt;/code&gt;&lt;/pre&gt;<var>&lt;script&gt;</var></code></pre>',
	],
	[
		'highlighted code',
		'```html\n<script>"</script>\n```',
		'<pre class="code" data-kind="source" data-label="HTML"><code>&lt;<span class="t-keyword">script</span>&gt;&quot;&lt;/<span class="t-keyword">script</span>&gt;</code></pre>',
	],
	[
		'an address',
		'[a](https://kiln.example/?"onclick="x)',
		'<p><a href="https://kiln.example/?&quot;onclick=&quot;x">a</a></p>',
	],
	[
		'a table',
		'| `<b>` |\n| --- |\n| &lt;i> |',
		'<table><thead><tr><th><code><var>&lt;b&gt;</var></code></th></tr></thead><tbody><tr><td>&lt;i&gt;</td></tr></tbody></table>',
	],
	['a character reference', '&lt;b&gt;', '<p>&lt;b&gt;</p>'],
])('escapes %s', (_, markdown, html) => {
	expect(intro(markdown)).toBe(html);
});

test('keeps hostile text of attributes as text, for those who place it to escape', () => {
	const guide = htmlGuideOf(
		edit(cleanGuide, 'title="The door is open"', `title='"><script>alert(1)</script>'`),
	);

	expect(guide.causes[0]).toMatchObject({
		id: 'script-alert-1-script',
		title: '"><script>alert(1)</script>',
	});
});

test.each([
	'<script>alert(1)</script>',
	'<img src="x" onerror="alert(1)" />',
	'<iframe src="https://kiln.example/"></iframe>',
	'<svg onload={alert(1)} />',
	'{alert(1)}',
	'export const a = alert(1)',
	'[a](javascript:alert(1))',
	'[a](data:text/html,x)',
	'[a](//kiln.example/)',
	'![a](https://kiln.example/x.png)',
])('refuses %s', (markdown) => {
	const text = edit(cleanGuide, 'The kiln stays cold.', markdown);

	expect(placesOf(text)).toEqual([expect.stringMatching(/^14:1 (?:mdx|link)\//)]);
});

test('numbers a list from where its author starts it', () => {
	expect(intro('3. a\n4. b')).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
});

test('gives causes and questions anchors that nothing else on the page has', () => {
	const cause = (title: string) =>
		`<Cause title="${title}" fixes="close-the-door">\n<Check>x</Check>\n</Cause>\n\n`;
	const text = edit(
		cleanGuide,
		'<Fix',
		`${cause('Close the door')}${cause('Close the door 1')}${cause('Causes')}${cause('Causes')}<Fix`,
	);

	expect(htmlGuideOf(text).causes.map(({ id }) => id)).toEqual([
		'the-door-is-open',
		'close-the-door-2',
		'close-the-door-1-2',
		'causes-2',
		'causes-3',
	]);
});

test('reports every mistake in one reading, by place', () => {
	const text = cleanGuide
		.replace('name: Door is open\n', '')
		.replace('A lamp tells.', '## Lamp\n\n[Lamp](http://kiln.example)')
		.replace('by="user"', 'by="usr"')
		.replace('<Verify>The lamp turns green.</Verify>\n', '');

	expect(placesOf(text)).toEqual([
		'1:1 guide/frontmatter',
		'16:1 mdx/unsupported-syntax',
		'18:1 link/format',
		'22:1 fix/verify',
		'22:64 mdx/attributes',
	]);
});

test('reports a wrong place in the words of the rule', () => {
	const text = edit(cleanGuide, 'fixes="close-the-door"', 'fixes="close-teh-door"');

	expect(findingsOf(text)).toEqual([
		{
			code: 'cause/unknown-fix',
			file,
			line: 16,
			column: 39,
			message: 'fixes contains "close-teh-door", and no <Fix> in this guide has that id.',
			fix: 'Did you mean "close-the-door"?',
		},
	]);
});

test('knows what a guide says about other files although it has a finding of its own', () => {
	const text = edit(
		edit(cleanGuide, 'The kiln stays cold.', 'See [that](/errors/kiln/k-2/).'),
		'by="user"',
		'by="usr"',
	);

	const { guide, outline } = parseGuide(file, bytesOf(text));

	expect([guide, outline]).toEqual([
		undefined,
		{
			id: 'kiln/k-1',
			product: 'kiln',
			code: 'K_1',
			aliases: [],
			related: [],
			siteLinks: [{ target: '/errors/kiln/k-2/', place: { line: 14, column: 5 } }],
		},
	]);
});
