import type { Asset } from "./assets.ts";
import type { SavedQuery } from "./saved-queries.ts";

interface Page {
  assets: Asset[];
  savedQueries: SavedQuery[];
  nonce: string;
}

export function renderPage({ assets, savedQueries, nonce }: Page): string {
  const links = assets.map(({ url }) =>
    url.endsWith(".css") ? `<link rel="stylesheet" href="${url}">` : `<script src="${url}" nonce="${nonce}" defer></script>`,
  );
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Explorateur du hub CDSF</title>
    <link rel="icon" href="data:,">
    ${links.join("\n    ")}
    <script type="application/json" id="saved-queries-data">${JSON.stringify(savedQueries).replaceAll("<", "\\u003c")}</script>
  </head>
  <body>
    <header>
      <h1>Explorateur du hub CDSF</h1>
      <p>Les indicateurs et le plan d'inspection de chaque comité départemental des services aux familles, en une seule requête.</p>
      <p>Le département ZZ est fictif : ses données servent à la démonstration.</p>
    </header>
    <nav id="saved-queries" aria-labelledby="saved-queries-title">
      <h2 id="saved-queries-title">Requêtes enregistrées</h2>
      <p>Choisissez une requête : elle s'ouvre avec ses variables. Lancez-la avec le bouton ▶ ou Ctrl+Entrée.</p>
      <noscript>L'explorateur a besoin de JavaScript. Sans lui, interrogez le hub par POST sur /graphql.</noscript>
    </nav>
    <main id="explorer"></main>
  </body>
</html>
`;
}
