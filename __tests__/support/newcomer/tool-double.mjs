// What stands for sam, cdk, terraform, aws and npx in a shell: asks the test what to do, and prints what it says.

const [, , tool, ...args] = process.argv;
const answer = await fetch(process.env.TOOL_DOUBLES ?? '', {
  method: 'POST',
  body: JSON.stringify({ tool, args, cwd: process.cwd() }),
});
const { code, out } = await answer.json();
process.stdout.write(out);
process.exitCode = code;
