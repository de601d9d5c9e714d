// Stands in for the native module with which the VS Code server writes its log files: it comes as source code, to be
// compiled by an install script, and without it there would be no log for a test to read.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  #file;
  #level = levels.indexOf('info');
  #plain = false;

  constructor(file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  trace = text => this.#write('trace', text);
  debug = text => this.#write('debug', text);
  info = text => this.#write('info', text);
  warn = text => this.#write('warning', text);
  error = text => this.#write('error', text);
  critical = text => this.#write('critical', text);

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {
    this.#plain = false;
  }
  clearFormatters() {
    this.#plain = true;
  }
  flush() {}
  drop() {}

  #write(level, text) {
    if (levels.indexOf(level) < this.#level) return;
    appendFileSync(this.#file, this.#plain ? text : `${new Date().toISOString()} [${level}] ${text}\n`);
  }
}

const create = async (_name, file) => new Logger(file);
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
