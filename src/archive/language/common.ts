import { stemsOf } from './analyse.ts';

/**
 * Words that stand in news on anything: what joins others, numbers, times, and the verbs and adjectives of every day. A
 * small archive has seen too little to tell these from words that say what a text is about.
 */
const COMMON = `
de het een en of maar want dus dat die dit deze daar hier er waar wie wat welke hoe waarom wanneer als dan toen nu al ook nog wel
niet geen niets iets iemand niemand alles alle allemaal elk elke ieder iedereen sommige veel weinig meer meest minder minst genoeg
in op aan uit van voor na naar bij met zonder over onder tussen tegen tot door om rond langs sinds tijdens volgens binnen buiten
boven achter naast vanaf vanwege ondanks behalve tot terug weer opnieuw samen alleen zelf eigen ander andere anders zo zoals toch
ik jij je hij zij ze wij we jullie u mij mijn jou jouw hem haar zijn ons onze hun hen zich elkaar men
is was waren ben bent geweest wordt worden werd werden geworden heeft heb hebben had hadden gehad kan kunnen kon konden zal zullen zou
zouden moet moeten moest moesten mag mogen mocht wil willen wilde wilden gaat gaan ging gingen gegaan komt komen kwam kwamen gekomen
krijgt krijgen kreeg kregen gekregen doet doen deed deden gedaan maakt maken maakte gemaakt staat staan stond stonden ligt liggen lag
zit zitten zat blijft blijven bleef laat laten liet geeft geven gaf gegeven neemt nemen nam genomen houdt houden hield vindt vinden vond
gevonden ziet zien zag gezien weet weten wist zegt zeggen zei gezegd vertelt meldt laten blijkt bleek begint beginnen begon begonnen
gebruikt gebruiken zet zetten brengt brengen bracht denkt denken dacht hoopt wacht loopt lopen liep valt vallen viel helpt stopt open dicht
een twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig honderd duizend miljoen miljard half eerste
tweede derde laatste vorige volgende keer paar enkele aantal deel procent euro
jaar jaren maand maanden week weken dag dagen uur uren minuten tijd vandaag gisteren morgen ochtend middag avond nacht jongste
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober
november december
nieuw nieuwe oud oude groot grote groter grootste klein kleine goed goede beter beste slecht lang lange langer kort hoog hoge laag jong
mooi belangrijk mogelijk bekend duidelijk zeker vooral ongeveer ruim bijna zeer heel erg steeds altijd nooit vaak soms eerder later
inmiddels direct snel verder daarna daarom daardoor daarbij hierdoor echter namelijk immers ongeacht
man vrouw mensen kind kinderen land wereld plaats plek kant manier zaak ding dingen
`;

let stems: ReadonlySet<string> | null = null;

/** Whether a stem is that of a word which stands in news on anything. */
export function isCommon(stem: string): boolean {
  stems ??= new Set(stemsOf(COMMON));
  return stems.has(stem);
}
