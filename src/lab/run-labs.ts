import { formatDiagnostic } from '#content/diagnostic.ts';
import { isoDay } from '#lib/date.ts';
import { addShares, formatShare, noShare, shareOf, type Share } from '#lib/proof-share.ts';
import type { ProvenFix } from '#schema/proof.ts';
import { formatFailure } from './failure.ts';
import { install } from './install.ts';
import { compareWithProof, readProof, writeProof } from './proof-file.ts';
import { formatWhere } from './play.ts';
import { Progress } from './progress.ts';
import { proveLab } from './prove-lab.ts';
import type { FoundLab } from './read-labs.ts';
import { sabotageLab } from './sabotage.ts';
import { Sandbox, type SandboxOptions } from './sandbox.ts';
import { Versions } from './versions.ts';
import { Workspace } from './workspace.ts';

export interface RunOptions {
	readonly root: string;
	readonly jobs: number;
	readonly timeoutMs: number;
	readonly install: boolean;
	readonly keep: boolean;
	/** Whether the labs are not proven but their pages are changed. */
	readonly sabotage: boolean;
	/** Whether proofs are written. */
	readonly write: boolean;
}

export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

type Verdict = keyof Counts;

const today = () => isoDay(new Date());

/** Enough to ask for a version on a busy machine; the limit of a lab's functions may be shorter. */
const probeMs = 60_000;

/**
 * Why the machine gives a sandbox no namespaces of its own; nothing where it does. Without them the commands of a page
 * would reach the servers and the processes of the person who runs the labs.
 */
async function findObstacle(options: SandboxOptions): Promise<string | undefined> {
	const sandbox = new Sandbox('', '', options);
	const { status, output } = await sandbox.run('true');
	await sandbox.close();
	return status === 0 ? undefined : output.trim().split('\n').at(-1) || 'it does not say why';
}

async function installMissing(labs: readonly FoundLab[], versions: Versions): Promise<void> {
	const programs = labs.flatMap(
		({ ready }) => ready?.lab.needs.map(({ program }) => program) ?? [],
	);
	const missing = [];
	for (const program of programs) if (!(await versions.find(program))) missing.push(program);
	install(missing);
	versions.forget();
}

/** Runs labs, some at a time, and writes their proofs. Says on the way what happens; returns the counts. */
export async function runLabs(labs: readonly FoundLab[], options: RunOptions): Promise<Counts> {
	const workspace = new Workspace();
	const stopped = new AbortController();
	const stop = (signal: NodeJS.Signals) => {
		stopped.abort();
		void workspace.close().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
	};
	process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
	try {
		const sandboxes = { workspace, timeoutMs: options.timeoutMs };
		const obstacle = await findObstacle({ workspace, timeoutMs: probeMs });
		if (obstacle !== undefined) {
			console.log(`All labs are skipped, as this machine gives them no namespaces: ${obstacle}`);
			return { passed: 0, failed: 0, skipped: labs.length };
		}
		const versions = new Versions({ workspace, timeoutMs: probeMs });
		if (options.install) await installMissing(labs, versions);
		return await runAll(labs, options, { sandboxes, versions, stopped: stopped.signal });
	} catch (error) {
		// The sandboxes go away under it.
		if (stopped.signal.aborted) await new Promise(() => undefined);
		throw error;
	} finally {
		await workspace.close();
		process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
	}
}

interface Tools {
	readonly sandboxes: SandboxOptions;
	readonly versions: Versions;
	/** Aborted when a person or the system ends the run. */
	readonly stopped: AbortSignal;
}

function listSkipped(id: string, fixes: readonly ProvenFix[]): string[] {
	return fixes.flatMap((fix) =>
		fix.skipped.map(({ where, reason }) => `${id}, ${fix.id}, ${formatWhere(where)}: ${reason}`),
	);
}

function listAfter(title: string, lines: readonly string[]): void {
	if (lines.length === 0) return;
	console.log(
		`\n${lines.length} ${title}:\n${[...lines]
			.sort()
			.map((line) => `  ${line}`)
			.join('\n')}`,
	);
}

async function runAll(
	labs: readonly FoundLab[],
	{ root, jobs, keep, write, sabotage }: RunOptions,
	{ sandboxes, versions, stopped }: Tools,
): Promise<Counts> {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	const progress = new Progress(labs.length);
	const skipped: string[] = [];
	const failed: string[] = [];
	const skippedBlocks: string[] = [];
	let total: Share = noShare;
	const finish = (id: string, verdict: Verdict, text: string) => {
		if (stopped.aborted) return;
		counts[verdict] += 1;
		if (verdict === 'failed') failed.push(id);
		progress.finish(id, text);
	};
	const run = async ({ id, ready, findings }: FoundLab) => {
		if (!ready) {
			finish(id, 'failed', `✗ ${id}\n${findings.map(formatDiagnostic).join('\n')}`);
			return;
		}
		const reason = await versions.missing(ready.lab.needs);
		if (reason) {
			skipped.push(`${id}: ${reason}`);
			finish(id, 'skipped', `- ${id} skipped: ${reason}`);
			return;
		}
		const start = performance.now();
		if (sabotage) {
			const { tried, unnoticed } = await sabotageLab(ready, sandboxes);
			const lines = unnoticed.map((line) => `\n  ${line}`).join('');
			const verdict = unnoticed.length > 0 ? 'failed' : 'passed';
			finish(id, verdict, `${id}: ${tried - unnoticed.length} of ${tried} changes noticed${lines}`);
			return;
		}
		const { sighting, failures } = await proveLab(ready, {
			sandboxes,
			versions,
			keep,
			onFix: (fix) => progress.show(id, fix),
		});
		const seconds = ((performance.now() - start) / 1000).toFixed(1);
		if (!sighting) {
			finish(id, 'failed', `✗ ${id} (${seconds} s)\n${failures.map(formatFailure).join('\n')}`);
			return;
		}
		const isNew = write && !stopped.aborted && writeProof(root, id, sighting, today());
		const difference = write ? undefined : compareWithProof(readProof(root, id), sighting);
		const remark = isNew ? ', proof written' : difference ? `; ${difference}` : '';
		const share = shareOf(sighting.fixes);
		total = addShares(total, share);
		skippedBlocks.push(...listSkipped(id, sighting.fixes));
		const proven = sighting.fixes.map((fix) => fix.id).join(', ');
		finish(id, 'passed', `✓ ${id}: ${proven} (${formatShare(share)}, ${seconds} s)${remark}`);
	};
	const begin = performance.now();
	const left = [...labs];
	const work = async () => {
		for (let next = left.shift(); next && !stopped.aborted; next = left.shift()) await run(next);
	};
	await Promise.all(Array.from({ length: jobs }, work));
	if (labs.length > 1) {
		const seconds = ((performance.now() - begin) / 1000).toFixed(1);
		console.log(`\n${labs.length} labs in ${seconds} s, ${jobs} at a time.`);
	}
	listAfter('parts of pages not run', skippedBlocks);
	if (total.all > 0) console.log(`\n${formatShare(total)} of the commands of proven fixes ran.`);
	listAfter('skipped', skipped);
	// Their reasons may have scrolled away.
	if (labs.length > 1) listAfter('failed', failed);
	return counts;
}
