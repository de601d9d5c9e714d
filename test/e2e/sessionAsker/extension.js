/* global exports, require -- VS Code runs it as CommonJS */
// Asks for the session for the user's own secrets, as an extension would that has one of the account already.
const vscode = require('vscode');

exports.activate = context => {
  context.subscriptions.push(
    vscode.commands.registerCommand('sessionAsker.ask', async () => {
      try {
        const [account] = await vscode.authentication.getAccounts('github');
        const options = { createIfNone: true, account };
        const session = await vscode.authentication.getSession('github', ['codespace:secrets'], options);
        vscode.window.showInformationMessage(`Got ${session.accessToken} of ${session.account.label}`);
      } catch (error) {
        vscode.window.showInformationMessage(`Got no session: ${error.message}`);
      }
    }),
  );
};
