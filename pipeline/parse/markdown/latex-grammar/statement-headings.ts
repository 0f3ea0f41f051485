/**
 * Statements at the end of an article that publishers' classes offer as commands and environments, such as
 * `\funding{…}` and `\begin{acknowledgements}`. Name of the command or environment → heading in print.
 */
export const statementHeadings: Readonly<Record<string, string>> = {
  // Several classes; `ack` is from the class of IOP.
  ack: 'Acknowledgements',
  acknowledgement: 'Acknowledgements',
  acknowledgements: 'Acknowledgements',
  acknowledgment: 'Acknowledgments',
  acknowledgments: 'Acknowledgments',
  // Class of MDPI
  authorcontributions: 'Author contributions',
  conflictsofinterest: 'Conflicts of interest',
  dataavailability: 'Data availability',
  funding: 'Funding',
  informedconsent: 'Informed consent',
  institutionalreview: 'Institutional review board statement',
  sampleavailability: 'Sample availability',
  supplementary: 'Supplementary materials',
}
