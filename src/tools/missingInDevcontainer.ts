import { checkLines, toolLabels as labels } from '../labels/tools';
import { type DevcontainerFile, isNamed, isOpen, readText, workspaceFiles } from './devcontainerTexts';
import type { Tool, ToolContext } from './tool';
import type { Wait } from './untilCancelled';

/** Tells which secrets the devcontainer.json files of the workspace declare that their repositories do not get. */
export const missingInDevcontainer: Tool = input => {
  const file = input.text('file');
  return { message: labels.checking(), answer: (context, wait) => missing(context, file, wait) };
};

/** @param file as a model names it; if it names none, those that are open are checked, or else all */
async function missing(
  { checkDeclarations }: ToolContext,
  file: string | undefined,
  wait: Wait,
): Promise<string[]> {
  const files = await wait(workspaceFiles);
  if (files.length === 0) return [labels.noFile()];
  // Whatever a model names, no other file is read.
  const chosen = file === undefined ? openOrAll(files) : files.filter(it => isNamed(it, file));
  if (chosen.length === 0) return [labels.noSuchFile(pathsOf(files))];
  const texts = await wait(() => Promise.all(chosen.map(readText)));
  const readable = chosen.flatMap(({ folder }, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ folder: folder.uri.toString(), text }];
  });
  const checks = [...(await wait(() => checkDeclarations(readable)))];
  const others = files.filter(it => !chosen.includes(it));
  return [
    ...chosen.flatMap(({ path }, index) =>
      checkLines(path, texts[index] === undefined ? undefined : checks.shift()),
    ),
    ...(others.length > 0 ? [labels.otherFiles(pathsOf(others))] : []),
  ];
}

function openOrAll(files: readonly DevcontainerFile[]): readonly DevcontainerFile[] {
  const open = files.filter(isOpen);
  return open.length > 0 ? open : files;
}

function pathsOf(files: readonly DevcontainerFile[]): string[] {
  return files.map(({ path }) => path);
}
