/** The entry of the extension. What it does is in lib/, which gets VS Code's interface as a parameter. */
const vscode = require('vscode')
const { register } = require('./lib/register.cjs')

exports.activate = context => register(vscode, context)
