import assert from 'node:assert/strict';
import { secretReference, type TextReference } from '../../../src/model/secretReference';

/** The reference for what stands between « and ». */
function found(marked: string, languageId: string, fileName = 'file'): TextReference | undefined {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return secretReference({ text: marked.replace(/[«»]/g, ''), start, end, languageId, fileName }, 'API_KEY');
}

/** The text with the reference in it; nothing where it takes nobody's place. */
function replaced(marked: string, languageId: string, fileName?: string): string | undefined {
  const text = marked.replace(/[«»]/g, '');
  const { reference = '', replaced: range } = found(marked, languageId, fileName) ?? {};
  return range && text.slice(0, range.start) + reference + text.slice(range.end);
}

const js = 'process.env.API_KEY';
const py = 'os.environ["API_KEY"]';

describe('a reference in the place of a selection', () => {
  const good: [language: string, marked: string, result: string][] = [
    ['javascript', 'const apiKey = "«x»";', `const apiKey = ${js};`],
    ['javascript', 'const apiKey = «"x"»;', `const apiKey = ${js};`],
    ['javascript', "const apiKey = '«x»'", `const apiKey = ${js}`],
    ['javascript', "const a = 'y'\nconst apiKey = '«x»'\n", `const a = 'y'\nconst apiKey = ${js}\n`],
    ['javascript', 'const apiKey="«x»"', `const apiKey=${js}`],
    ['javascript', 'apiKey = "«x»";', `apiKey = ${js};`],
    ['javascript', 'return "«x»";', `return ${js};`],
    ['javascript', 'const f = () => "«x»";', `const f = () => ${js};`],
    ['javascript', 'const c = { apiKey: "«x»", b: "y" };', `const c = { apiKey: ${js}, b: "y" };`],
    ['javascript', '  "apiKey": "«x»",', `  "apiKey": ${js},`],
    ['javascript', '  "«x»",\n', `  ${js},\n`],
    ['javascript', 'f("a", "«x»")', `f("a", ${js})`],
    ['javascript', 'const b = "it\'s", c = "«x»";', `const b = "it's", c = ${js};`],
    ['javascript', 'const b = /["\']/, c = "«x»";', `const b = /["']/, c = ${js};`],
    ['javascript', 'const b = c / 2, d = "«x»", e = f / 2;', `const b = c / 2, d = ${js}, e = f / 2;`],
    ['javascript', 'const b = c\n  / 2, d = "«x»", e = f / 2;', `const b = c\n  / 2, d = ${js}, e = f / 2;`],
    ['javascript', 'const fromVault = "«x»";', `const fromVault = ${js};`],
    ['javascript', '/* "a */ const c = "«x»"; // "b', `/* "a */ const c = ${js}; // "b`],
    ['javascript', 'const a = `\n"`;\nconst c = "«x»";', `const a = \`\n"\`;\nconst c = ${js};`],
    ['javascript', 'const a = b || "«x»";', `const a = b || ${js};`],
    ['javascript', 'const a = "Bearer " + "«x»";', `const a = "Bearer " + ${js};`],
    ['javascript', 'const apiKey = "«a\\"b»";', `const apiKey = ${js};`],
    ['javascriptreact', '  const apiKey = "«x»";', `  const apiKey = ${js};`],
    ['typescript', "const c = { apiKey: '«x»' };", `const c = { apiKey: ${js} };`],
    ['typescript', "  apiKey: '«x»',\r\n", `  apiKey: ${js},\r\n`],
    ['typescript', 'const token: string = "«x»";', `const token: string = ${js};`],
    ['typescript', 'const type = "«x»";', `const type = ${js};`],
    ['typescript', 'private token = "«x»";', `private token = ${js};`],
    ['typescript', 'f<string>("«x»");', `f<string>(${js});`],
    ['typescriptreact', 'const token: string = "«x»";', `const token: string = ${js};`],
    ['python', "api_key = '«x»'", `api_key = ${py}`],
    ['python', 'f(token="«x»")  # "a', `f(token=${py})  # "a`],
    ['python', 'c = {"token": "«x»"}', `c = {"token": ${py}}`],
    ['python', 'return "«x»"', `return ${py}`],
    ['python', 'token = get() or "«x»"', `token = get() or ${py}`],
    ['python', '"""it\'s"""\ntoken = "«x»"', `"""it's"""\ntoken = ${py}`],
  ];
  for (const [language, marked, result] of good)
    it(`replaces a plain literal of ${language}: ${marked}`, () =>
      assert.equal(replaced(marked, language), result));

  const bad: [what: string, language: string, marked: string][] = [
    ['a part of a literal', 'javascript', 'const a = "https://user:«x»@host";'],
    ['a literal and one quotation mark', 'javascript', 'const a = «"x»";'],
    ['more than a literal', 'javascript', 'const a =« "x"»;'],
    ['what stands between two literals', 'javascript', 'const a = "b"« + c + »"d";'],
    ['no literal', 'javascript', 'const a = «x»;'],
    ['two literals', 'javascript', 'f(«"a", "b"»)'],
    ['a template literal', 'javascript', 'const a = `«x»`;'],
    ['a tagged template', 'javascript', 'const a = tag `«x»`;'],
    ['a literal within a template', 'javascript', 'const a = `b ${c("«x»")}`;'],
    ['text in a template of several lines', 'javascript', 'const a = `\n  b: "«x»",\n`;'],
    ['text in a comment', 'javascript', '// const a = "«x»";'],
    ['text in a block comment', 'javascript', '/*\n const a = "«x»"; */'],
    ['text in a pattern', 'javascript', 'const a = /"«x»"/;'],
    ['a key', 'javascript', 'const a = { "«x»": 1 };'],
    ["a method's name", 'javascript', 'const a = { "«x»"() {} };'],
    ['an import', 'javascript', 'import a from "«x»";'],
    ['an import on several lines', 'javascript', '} from "«x»";'],
    ['an import for its effects', 'javascript', 'import "«x»";'],
    ['an import in code', 'javascript', 'const a = await import("«x»");'],
    ['a required module', 'javascript', 'const a = require("«x»");'],
    ['an export', 'javascript', 'export * from "«x»";'],
    ['a directive', 'javascript', '"«x»";'],
    ['a literal that is not closed', 'javascript', 'const a = "«x»'],
    ['an attribute in JavaScript', 'javascript', 'const a = <a b="«x»" />;'],
    ['an attribute', 'javascriptreact', '<a b="«x»">'],
    ['a second attribute', 'typescriptreact', '<a c="y" b="«x»">'],
    ['an attribute on a line of its own', 'typescriptreact', '  b="«x»"'],
    ['a second attribute on a line of its own', 'javascriptreact', '  c={d} b="«x»"'],
    ["an element's text", 'javascriptreact', '<p>"«x»"</p>'],
    ["an element's text on a line of its own", 'javascriptreact', '  The key is "«x»"'],
    ['several lines', 'javascript', 'const a = "«x\ny»";'],
    ['a type', 'typescript', 'type A = "«x»";'],
    ['a type of several', 'typescript', 'const a: "b" | "«x»" = "b";'],
    ['the type of a variable', 'typescript', 'let a: "«x»" = b;'],
    ['the type of a parameter', 'typescript', 'function f(a: "«x»") {}'],
    ['the type of a member', 'typescript', '  kind: "«x»";'],
    ['an argument of a type', 'typescript', 'let a: Pick<B, "«x»"> = b;'],
    ['an indexed type', 'typescript', 'let a: B["«x»"] = b;'],
    ['bytes', 'python', 'a = b"«x»"'],
    ['bytes with their prefix outside', 'python', 'a = b«"x"»'],
    ['a formatted string', 'python', "a = f'«x»'"],
    ['a raw string', 'python', 'a = rb"«x»"'],
    ['a string in three quotes', 'python', 'a = """«x»"""'],
    ['a string in three single quotes', 'python', "a = '''«x»'''"],
    ['text in a string of several lines', 'python', 'a = """\nb = "«x»"\n"""'],
    ['a literal that another one continues', 'python', 'a = ("«x»" "y")'],
    ['a literal that continues another one', 'python', 'a = ("y" "«x»")'],
    ['a literal that the next line continues', 'python', 'a = ("«x»"\n     "y")'],
    ['a literal that continues the last line', 'python', 'a = ("y"\n     "«x»")'],
    ['a key of a dictionary', 'python', 'a = {"«x»": 1}'],
    ['the type of a parameter in Python', 'python', 'def f(a: "«x»"): pass'],
    ['a comment', 'python', '# a = "«x»"'],
    ['documentation', 'python', '    "«x»"'],
    ['a literal of a language with constants', 'go', 'const a = "«x»"'],
    ['a value of a shell', 'shellscript', 'export A="«x»"'],
  ];
  for (const [what, language, marked] of bad)
    it(`does not replace ${what}, but can be copied: ${marked}`, () => {
      assert.equal(replaced(marked, language), undefined);
      assert.ok(found(marked, language)?.reference);
    });

  const env: [marked: string, result: string | undefined][] = [
    ['export API_KEY=«x»', 'export API_KEY=${API_KEY}'],
    ['A=1\nB = «x»\nC=2', 'A=1\nB = ${API_KEY}\nC=2'],
    ['URL=https://user:«x»@host', 'URL=https://user:${API_KEY}@host'],
    ['URL="https://user:«x»@host" # ours', 'URL="https://user:${API_KEY}@host" # ours'],
    ['URL="«x»@host"', 'URL="${API_KEY}@host"'],
    ['URL="https://«x»"', 'URL="https://${API_KEY}"'],
    ['A="«x»"', 'A=${API_KEY}'],
    ["A='«x»'", 'A=${API_KEY}'],
    ["A=«'x'»", 'A=${API_KEY}'],
    ["URL='https://user:«x»@host'", undefined],
    ['URL=`https://user:«x»@host`', undefined],
    ['A="x«"»', undefined],
    ['A="x" # «y»', undefined],
    ['A=x # «y»', undefined],
    ['# A=«x»', undefined],
    ['«A»=x', undefined],
    ['«A=x»', undefined],
    ['A="«x\ny»"', undefined],
    ['A="x\n«y»\n"', undefined],
    ['«x»', undefined],
  ];
  for (const [marked, result] of env)
    it(`in a .env file ${result === undefined ? 'does not replace' : 'replaces'} ${marked}`, () =>
      assert.equal(replaced(marked, 'plaintext', '.env'), result));

  it('knows .env files by their names', () => {
    const reference = (fileName: string, language = 'plaintext'): string | undefined =>
      found('A=«x»', language, fileName)?.reference;
    for (const name of ['.env', '.env.local', '.env.ts', 'prod.env'])
      assert.equal(reference(name), '${API_KEY}', name);
    for (const name of ['config.env.ts', 'environment', 'x.env.json', '.envrc', 'env'])
      assert.equal(reference(name), undefined, name);
    assert.equal(reference('config.env.ts', 'typescript'), js);
    assert.equal(reference('variables', 'dotenv'), '${API_KEY}');
  });

  const expressions: [language: string, expression: string][] = [
    ['javascript', js],
    ['javascriptreact', js],
    ['typescript', js],
    ['typescriptreact', js],
    ['python', py],
    ['csharp', 'Environment.GetEnvironmentVariable("API_KEY")'],
    ['go', 'os.Getenv("API_KEY")'],
    ['java', 'System.getenv("API_KEY")'],
    ['kotlin', 'System.getenv("API_KEY")'],
    ['php', "getenv('API_KEY')"],
    ['powershell', '$env:API_KEY'],
    ['ruby', 'ENV.fetch("API_KEY")'],
    ['rust', 'std::env::var("API_KEY")'],
    ['shellscript', '"$API_KEY"'],
  ];
  for (const [language, expression] of expressions)
    it(`is ${expression} in ${language}`, () =>
      assert.equal(found('a = "«x»"', language)?.reference, expression));

  it('is unknown for text, and for code without a known way', () => {
    for (const language of ['plaintext', 'json', 'yaml', 'markdown', 'constructor'])
      assert.equal(found('a = "«x»"', language), undefined);
  });

  it('is found in a document of a megabyte', () => {
    const text = `${'const a = "b"; // "c\n'.repeat(50_000)}const apiKey = "«x»";`;
    assert.ok(replaced(text, 'javascript')?.endsWith(`const apiKey = ${js};`));
  });
});
