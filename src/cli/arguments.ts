import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Given extends Options> = ReturnType<typeof parseArgs<{ options: Given }>>['values'];

/** A failure that its message explains; shown without a stack trace. */
export class PlainError extends Error {}

/** The command was called wrongly, so its usage is shown as well. */
export class UsageError extends PlainError {}

export interface Command<Given extends Options> {
	readonly usage: string;
	/** As `parseArgs` takes them; `--help` comes by itself. */
	readonly options: Given;
	/** Whether it takes anything besides options. */
	readonly takesArguments: boolean;
	/** Returns 0 when all is well, 1 when it is not. */
	readonly run: (values: Values<Given>, args: readonly string[]) => number | Promise<number>;
}

function parse<Given extends Options>({ options, takesArguments }: Command<Given>, args: string[]) {
	const help = { type: 'boolean', short: 'h' } as const;
	try {
		const allowPositionals = takesArguments;
		const parsed = parseArgs({ args, allowPositionals, options: { ...options, help } });
		// TypeScript does not work out the type of values while the options are unknown.
		const values = parsed.values as Values<Given> & { readonly help?: boolean };
		return { values, positionals: parsed.positionals };
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

/** What the person at the keyboard can do something about; nothing where the fault is ours. */
function plainReason(error: unknown, usage: string): string | undefined {
	if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
	if (error instanceof PlainError) return error.message;
	// The system refused, for instance as a disk is full or a folder is missing.
	return error instanceof Error && 'syscall' in error ? error.message : undefined;
}

/** Runs a command and returns its exit code: its own, or 2 for wrong usage and for failures. */
export async function runCommand<const Given extends Options>(
	command: Command<Given>,
	args: readonly string[] = process.argv.slice(2),
): Promise<number> {
	try {
		const { values, positionals } = parse(command, [...args]);
		if (!values.help) return await command.run(values, positionals);
		console.log(command.usage);
		return 0;
	} catch (error) {
		console.error(plainReason(error, command.usage) ?? error);
		return 2;
	}
}

/** The number that an option holds. */
export function parseNumber(
	option: string,
	text: string,
	{ min, max = Infinity, whole = true }: { min: number; max?: number; whole?: boolean },
): number {
	const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
	if (number >= min && number <= max && (!whole || Number.isInteger(number))) return number;
	const range = max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
	throw new UsageError(
		`--${option} is "${text}". It must be a ${whole ? 'whole ' : ''}number ${range}.`,
	);
}
