export interface ScriptUrlRules {
	createScriptURL(address: string): string;
}

/** The browser's Trusted Types, where it has them; TypeScript's own types do not know them yet. */
export const { trustedTypes } = globalThis as {
	readonly trustedTypes?: { createPolicy(name: string, rules: ScriptUrlRules): ScriptUrlRules };
};
