import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { Program } from '#schema/program.ts';

const policy = '/usr/sbin/policy-rc.d';

/** Installs the Debian packages of these programs, without starting a service. Throws when that is not possible. */
export function install(programs: readonly Program[]): void {
	const packages = [...new Set(programs.flatMap((program) => program.package ?? []))].sort();
	if (packages.length === 0) return;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new Error('--install needs a Debian system and the rights of root.');
	}
	console.log(`Installing ${packages.join(', ')} …`);
	const apt = (...args: string[]) =>
		spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=600', ...args], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		}).status === 0;
	const ownPolicy = !existsSync(policy);
	// Debian starts a server as soon as it is installed, unless this says no.
	if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		const one = ['install', '-y', '--no-install-recommends', ...packages];
		if (!apt(...one) && !(apt('update') && apt(...one)))
			throw new Error('apt-get could not install them.');
	} finally {
		if (ownPolicy) rmSync(policy, { force: true });
	}
}
