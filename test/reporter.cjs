// Mocha's Spec reporter, which also writes its figures as JSON to the file that MOCHA_FIGURES names.
const { writeFileSync } = require('node:fs');
const { env } = require('node:process');
const { Spec } = require('mocha/lib/reporters/spec.js');

module.exports = class FiguresReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const { MOCHA_FIGURES: file } = env;
    if (file === undefined) return;
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending } = runner.stats;
      writeFileSync(file, JSON.stringify({ passed, failed, pending }));
    });
  }
};
