import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDevServer, type DevServer } from '../dev-server.ts';
import { copyProject, removeProject } from '../project.ts';

const guide = 'content/guides/nodejs/eaddrinuse.mdx';
const address = '/errors/nodejs/eaddrinuse/';

let project: string;
let server: DevServer;

beforeAll(async () => {
	project = copyProject();
	server = await startDevServer(project, 4460);
});

afterAll(async () => {
	await server.stop();
	removeProject(project);
});

async function page(path: string): Promise<string> {
	const response = await fetch(`${server.origin}${path}`, { headers: { accept: 'text/html' } });
	return response.text();
}

function edit(change: (text: string) => string): void {
	const path = join(project, guide);
	writeFileSync(path, change(readFileSync(path, 'utf8')));
}

async function eventually(check: (html: string) => void): Promise<void> {
	await vi.waitFor(async () => check(await page(address)), { timeout: 20_000, interval: 300 });
}

test('an edited guide shows its new text, a broken one its finding and its last good text', async () => {
	await eventually((html) => expect(html).toContain('EADDRINUSE'));

	edit((text) => text.replace(/^name: .*$/m, 'name: A name of our own'));
	await eventually((html) => expect(html).toContain('A name of our own'));

	edit((text) => text.replace(/^name: .*$/m, 'nmae: Another name'));
	await eventually((html) => {
		expect(html).toContain('id="findings"');
		expect(html).toContain('Unknown key &quot;nmae&quot;');
		expect(html).toContain('A name of our own');
	});
	expect(server.printed()).toContain(`${guide}:`);
	expect(server.printed()).toContain('Did you mean "name"?');

	edit((text) => text.replace(/^nmae: .*$/m, 'name: The last name'));
	await eventually((html) => {
		expect(html).toContain('The last name');
		expect(html).not.toContain('id="findings"');
	});
	expect(server.isRunning()).toBe(true);
});

test('search says that it needs a build, and short addresses work', async () => {
	expect(await page('/search/')).toContain('data-dev');
	const response = await fetch(`${server.origin}/e/eaddrinuse/`, { redirect: 'manual' });
	expect(response.status).toBe(302);
	expect(response.headers.get('location')).toBe(address);
});
