/** The questions that variants answer, as a page asks them. */
export const axes = {
	system: 'System',
	shell: 'Shell',
	'package-manager': 'Package manager',
	provider: 'Provider',
	runtime: 'Runs in',
} as const;
export type Axis = keyof typeof axes;

/** What `<On is="…">` may name, and how a page labels it. An axis is one question that a reader has one answer to. */
export const variants = {
	windows: { label: 'Windows', axis: 'system' },
	macos: { label: 'macOS', axis: 'system' },
	linux: { label: 'Linux', axis: 'system' },
	debian: { label: 'Debian and Ubuntu', axis: 'system' },
	fedora: { label: 'Fedora and RHEL', axis: 'system' },
	alpine: { label: 'Alpine Linux', axis: 'system' },
	bash: { label: 'Bash', axis: 'shell' },
	powershell: { label: 'PowerShell', axis: 'shell' },
	cmd: { label: 'Command Prompt', axis: 'shell' },
	npm: { label: 'npm', axis: 'package-manager' },
	pnpm: { label: 'pnpm', axis: 'package-manager' },
	yarn: { label: 'Yarn', axis: 'package-manager' },
	aws: { label: 'AWS', axis: 'provider' },
	entra: { label: 'Microsoft Entra ID', axis: 'provider' },
	'google-cloud': { label: 'Google Cloud', axis: 'provider' },
	docker: { label: 'Docker', axis: 'runtime' },
	kubernetes: { label: 'Kubernetes', axis: 'runtime' },
	systemd: { label: 'systemd', axis: 'runtime' },
} as const satisfies Record<string, { label: string; axis: Axis }>;

export type Variant = keyof typeof variants;

export const variantNames = Object.keys(variants);

/** How a page labels these variants. */
export function labelVariants(names: readonly string[]): string {
	return names.map((name) => (isVariant(name) ? variants[name].label : name)).join(', ');
}

export function isVariant(name: string): name is Variant {
	return Object.hasOwn(variants, name);
}

/** Variants that are a kind of another one: what is said of Linux holds on Debian. */
export const families: Readonly<Record<string, Variant>> = {
	debian: 'linux',
	fedora: 'linux',
	alpine: 'linux',
};
