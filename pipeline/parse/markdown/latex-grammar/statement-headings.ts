/**
 * The headings of the statements at the end of an article that publishers' classes have as commands and
 * environments: `\acknowledgments{…}`, `\begin{acknowledgements}`, `\dataavailability{…}`. By their names.
 */
export const statementHeadings: Readonly<Record<string, string>> = {
  ack: 'Acknowledgements',
  acknowledgement: 'Acknowledgements',
  acknowledgements: 'Acknowledgements',
  acknowledgment: 'Acknowledgments',
  acknowledgments: 'Acknowledgments',
  authorcontributions: 'Author contributions',
  conflictsofinterest: 'Conflicts of interest',
  dataavailability: 'Data availability',
  funding: 'Funding',
  informedconsent: 'Informed consent',
  institutionalreview: 'Institutional review board statement',
  sampleavailability: 'Sample availability',
  supplementary: 'Supplementary materials',
}
