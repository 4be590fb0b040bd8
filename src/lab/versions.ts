import { readFileSync } from 'node:fs';
import { isAtLeast } from '#lib/version.ts';
import type { Program } from '#schema/program.ts';
import type { Need } from './need.ts';
import { Sandbox, type SandboxOptions } from './sandbox.ts';

/** The first number with a dot in it, or else the first number. */
export function readVersion(printed: string): string | undefined {
	return (/\d+(?:\.\d+)+/.exec(printed) ?? /\d+/.exec(printed))?.[0];
}

/** What the operating system calls itself. */
export function systemName(): string {
	try {
		const release = readFileSync('/etc/os-release', 'utf8');
		const name = /^PRETTY_NAME="?(.*?)"?$/m.exec(release)?.[1] ?? 'Linux';
		return name.replace(/ \([^)]*\)$/, '');
	} catch {
		return 'Linux';
	}
}

function notThere({ name }: Program): string {
	if (name === 'namespaces') return 'the machine gives labs no namespaces';
	if (name === 'other-accounts') return 'the machine gives labs no files of another account';
	return `${name} is not installed`;
}

/** The versions of the programs that labs need, as a lab finds them. Each is asked once. */
export class Versions {
	readonly #options: SandboxOptions;
	readonly #known = new Map<string, Promise<string | undefined>>();

	constructor(options: SandboxOptions) {
		this.#options = options;
	}

	/** Nothing when the machine does not have it. */
	find(program: Program): Promise<string | undefined> {
		const known = this.#known.get(program.name) ?? this.#ask(program);
		this.#known.set(program.name, known);
		return known;
	}

	/** Forgets what was missing, after something was installed. */
	forget(): void {
		this.#known.clear();
	}

	async #ask({ command, version }: Program): Promise<string | undefined> {
		const sandbox = new Sandbox('', '', this.#options);
		const { status, output } = await sandbox.run(
			`if command -v ${command} >/dev/null; then { ${version}; } 2>&1 || true; else exit 127; fi`,
		);
		await sandbox.close();
		await sandbox.remove();
		return status === 0 ? readVersion(output) : undefined;
	}

	/** Why a lab with these needs cannot run here, in words; nothing when it can. */
	async missing(needs: readonly Need[]): Promise<string | undefined> {
		const reasons: string[] = [];
		for (const { program, atLeast } of needs) {
			const version = await this.find(program);
			if (version === undefined) reasons.push(notThere(program));
			else if (atLeast && !isAtLeast(version, atLeast))
				reasons.push(`${program.name} is ${version}, and ${atLeast} is needed`);
		}
		return reasons.length > 0 ? reasons.join('; ') : undefined;
	}
}
