/** Test help: an article with some lines of front matter. */
import { buildArticle } from '../../build-article.ts'

export async function withFrontMatter(yaml: string, text = 'Some text.', style = 'transactions') {
  return await buildArticle({ 'article.md': `---\ntitle: T\n${yaml}\n---\n\n${text}\n` }, style)
}
