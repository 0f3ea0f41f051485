/** Messages of `offprint check --json` → diagnostics of VS Code. */
const path = require('node:path')

/**
 * The diagnostics by the absolute path of their file. `messages`: as `offprint check --json` prints them,
 * lines and columns from 1. `folder`: the folder that their paths begin in.
 */
function diagnosticsOf(vscode, messages, folder) {
  const files = new Map()
  for (const message of messages) {
    const file = path.resolve(folder, message.file)
    files.set(file, [...(files.get(file) ?? []), diagnosticOf(vscode, message)])
  }
  return files
}

function diagnosticOf(vscode, message) {
  const { line = 1, column = 1, endLine = line, endColumn = column + 1 } = message
  const range = new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1)
  const text = message.note === undefined ? message.reason : `${message.reason}\n${message.note}`
  const severities = vscode.DiagnosticSeverity
  const severity = message.severity === 'error' ? severities.Error : severities.Warning
  const diagnostic = new vscode.Diagnostic(range, text, severity)
  diagnostic.source = 'offprint'
  diagnostic.code = message.rule
  return diagnostic
}

module.exports = { diagnosticsOf }
