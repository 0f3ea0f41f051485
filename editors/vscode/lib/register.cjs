/** Registers the commands, the tasks and the checks of the extension. */
const { mkdtemp, readFile, readdir, rm } = require('node:fs/promises')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { diagnosticsOf } = require('./diagnostics.cjs')
const { programFor, run } = require('./program.cjs')

const manuscript = /\.(?:md|markdown|qmd|rmd)$/i

function register(vscode, context) {
  const diagnostics = vscode.languages.createDiagnosticCollection('offprint')
  const output = vscode.window.createOutputChannel('Offprint')
  const extension = { vscode, diagnostics, output, previews: new Map() }
  const settings = () => vscode.workspace.getConfiguration('offprint')
  const command = (name, action) =>
    vscode.commands.registerCommand(`offprint.${name}`, () => withManuscript(vscode, action))
  context.subscriptions.push(
    diagnostics,
    output,
    command('build', file => vscode.tasks.executeTask(taskFor(vscode, 'build', file))),
    command('check', file => check(extension, file)),
    command('preview', file => preview(extension, file)),
    vscode.tasks.registerTaskProvider('offprint', {
      provideTasks: () => tasksFor(vscode),
      resolveTask: task => taskFor(vscode, task.definition.command, task.definition.path, task),
    }),
    vscode.workspace.onDidSaveTextDocument(async ({ fileName }) => {
      if (!manuscript.test(fileName)) return
      if (extension.previews.has(fileName)) await preview(extension, fileName)
      if (settings().get('checkOnSave')) await check(extension, fileName)
    }),
  )
}

/** Saves the manuscript in the active editor, and passes its path on. */
async function withManuscript(vscode, action) {
  const document = vscode.window.activeTextEditor?.document
  if (!document || !manuscript.test(document.fileName)) {
    return vscode.window.showInformationMessage('Offprint: open the Markdown file of an article first.')
  }
  if (document.isDirty) await document.save()
  return await action(document.fileName)
}

/** The folder of the workspace that has the file, else the file's own. */
function folderOf(vscode, file) {
  return vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file))?.uri.fsPath ?? path.dirname(file)
}

function programOf(vscode, folder) {
  return programFor(folder, vscode.workspace.getConfiguration('offprint').get('program'))
}

async function check({ vscode, diagnostics, output }, file) {
  const folder = folderOf(vscode, file)
  const result = await run(programOf(vscode, folder), ['check', file, '--json'], folder)
  const messages = messagesIn(result.stdout)
  if (!messages) return await showFailure({ vscode, output }, result)
  diagnostics.clear()
  for (const [name, found] of diagnosticsOf(vscode, messages, folder)) {
    diagnostics.set(vscode.Uri.file(name), found)
  }
  const count = messages.length
  vscode.window.setStatusBarMessage(
    count === 0
      ? 'Offprint: nothing is wrong.'
      : `Offprint: ${count} ${count === 1 ? 'message' : 'messages'}`,
    5000,
  )
}

/** The list that the program printed; undefined if it printed something else. */
function messagesIn(text) {
  try {
    const messages = JSON.parse(text)
    return Array.isArray(messages) ? messages : undefined
  } catch {
    return undefined
  }
}

/** Shows the web edition beside the manuscript, and again each time the manuscript is saved. */
async function preview(extension, file) {
  const { vscode, output, previews } = extension
  const folder = folderOf(vscode, file)
  const made = await mkdtemp(path.join(tmpdir(), 'offprint-preview-'))
  try {
    const words = ['build', file, '--to', 'html', '--images', 'inside', '--output', made, '--quiet']
    const result = await run(programOf(vscode, folder), words, folder)
    const name = (await readdir(made)).find(other => other.endsWith('.html'))
    if (name === undefined) return await showFailure({ vscode, output }, result)
    const panel = previews.get(file) ?? newPanel(extension, file)
    panel.webview.html = await readFile(path.join(made, name), 'utf8')
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

function newPanel({ vscode, previews }, file) {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
  // The web edition can be read without scripts.
  const panel = vscode.window.createWebviewPanel('offprint', `Preview ${path.basename(file)}`, place, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  })
  previews.set(file, panel)
  panel.onDidDispose(() => previews.delete(file))
  return panel
}

async function showFailure({ vscode, output }, { status, stdout, stderr }) {
  output.appendLine(`${stderr}${stdout}`.trim())
  const isMissing = status === -1 || /could not determine executable|not found/i.test(stderr)
  const reason = isMissing
    ? 'The program offprint was not found: install it (npm install offprint), or name it in the settings.'
    : 'Offprint made nothing. Its messages are in the output.'
  if (await vscode.window.showErrorMessage(reason, 'Show output')) output.show()
}

/** Build and check of the manuscript in the active editor. */
function tasksFor(vscode) {
  const file = vscode.window.activeTextEditor?.document.fileName
  if (file === undefined || !manuscript.test(file)) return []
  return ['build', 'check'].map(command => taskFor(vscode, command, file))
}

/** A task for the terminal, with its messages among the problems. `old`: the task as written in tasks.json. */
function taskFor(vscode, command, file, old) {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file))
  const from = folderOf(vscode, file)
  const words = [...programOf(vscode, from), command, file]
  const strong = words.map(value => ({ value, quoting: vscode.ShellQuoting.Strong }))
  const [program, ...rest] = strong
  return new vscode.Task(
    old?.definition ?? { type: 'offprint', command, path: file },
    old?.scope ?? folder ?? vscode.TaskScope.Workspace,
    `${command} ${path.basename(file)}`,
    'offprint',
    new vscode.ShellExecution(program, rest, { cwd: from }),
    '$offprint',
  )
}

module.exports = { register }
