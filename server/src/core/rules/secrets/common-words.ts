const wordsIn = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Words that people build secrets from, in small letters: those of the product and its surroundings, those of lists of the
 * commonest passwords. No word of fewer than two letters, and few of two: a random text must not fall apart into them.
 */
export const commonWords: readonly string[] = [
  // The product, and what the secret is for.
  ...wordsIn(`
    clawdbot clawd clawdis claw moltbot molty molt openclaw lobster bot gateway gate token secret password passwort passphrase
    passwd pass pwd key auth login access api bearer webhook hooks hook browser control remote server local localhost host
    assistant agent claude gpt jarvis telegram whatsapp discord slack signal home house office work family
  `),
  // What templates and hasty people write.
  ...wordsIn(`
    admin administrator root user guest owner default test testing tester demo dev prod production staging example sample temp
    temporary dummy fake change changeme please replace enter insert your my me our the this that is not and for here now new
    old isa long big random value string text private public super ultra mega top very really so strong weak secure safe good
    hello hi welcome world foo bar baz qux
  `),
  // The commonest passwords.
  ...wordsIn(`
    qwerty qwertz azerty asdf asdfgh zxcvbn abc abcd letmein let in open sesame iloveyou love you monkey dragon master shadow
    sunshine princess football baseball soccer superman batman pokemon starwars freedom whatever trustno trust no one
    summer winter spring autumn sommer monday friday january february march april june july august september october november
    december coffee pizza beer cat dog baby angel michael jordan daniel
  `),
];
