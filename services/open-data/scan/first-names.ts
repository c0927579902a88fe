/**
 * First names that are frequent among people living in Germany, of several languages, in lower case. Compiled by hand from general
 * knowledge; no list of others was taken over. Names that are ordinary German words (Rose, Ernst, Wolf, August) are left out on purpose.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `
  adam adele adelheid adrian agathe agnes ahmad ahmed ahmet aisha alba albert alessandro alessia alex alexander alexandra alexandru alfons alfred ali alice alina alma alois amalia amalie amelie amina amira
  amir ana anastasia andre andrea andreas andrej andrzej angela angelika anita anja anke ann anna annabell anne annegret anneliese annemarie annette anni annika anouk anton antonia antonio antje arda arne
  arno arthur artur asel astrid axel aylin aynur ayse ayşe azra barbara bärbel bastian beate beatrice beatrix ben benedikt benjamin benno bernadette bernd bernhard berta bertha bettina bianca bilal birgit birgitt birte björn
  bodo boris brigitte britta bruno burak burkhard can canan carina carl carla carlos carmen carola carolin caroline carsten caspar catharina cathrin celina cem charlotte christa christel christian
  christiane christina christine christoph christopher claas clara clarissa claudia claus clemens conny constanze cora cordula corinna cornelia cornelius cristina dagmar damian dana daniel daniela danuta david
  deborah denis deniz dennis detlef detlev diana diego dieter dietmar dietrich dilara dimitri dirk dominic dominik dora doris dorota dorothea dorothee dustin ebru eckhard edda edeltraud edgar edith eduard
  edwin egon eileen ekaterina ela elena eleni elfriede elias elif elisa elisabeth elise elke ella ellen elmar elsa elsbeth else emanuel emel emil emilia emilie emily emine emir emma emmi emre enes enrico
  erich erik erika erna erwin esma esra esther eugen eva evelyn ewa ewald fabian fabio fatih fatima fatma felicitas felix ferdinand filip finja finn fiona florian frank franka franz franziska
  fred frederik frida frieda friedhelm friedrich friedericke friederike fritz gabi gabriel gabriela gabriele georg george gerald gerd gerda gerhard gerlinde gero gerrit gertraud gertrud gesa giovanni gisela gitta giulia giuseppe gloria
  gottfried greta gretel gudrun guido guillermo gundula gunnar gunter gustav günter günther güler halil hamza hana hanna hannah hannelore hannes hans harald harry hartmut hasan hatice
  hedwig heide heidemarie heidi heike heiko heiner heinrich heinz helena helene helga helge hella helmut helmuth hendrik henning henri henriette henry herbert heribert hermann herta hilde hildegard hiltrud
  holger horst hubert hugo hussein hülya hüseyin ibrahim ida igor ilka ilona ilse imke ina inga inge ingeborg ingo ingrid inka irene irina iris irma irmgard isa isabel isabell isabella isabelle
  iwan jacqueline jakob jan jana jane janina janine jannik jannis jasmin jean jennifer jens jessica jil joachim joana jochen johann johanna johannes john jolanta jonas jonathan jörg jörn jose josef josefa josefine
  joseph joshua judith jule julia julian juliana juliane julius jürgen justin justus jutta kai karen karim karin karina karl karla karolina karoline karsten katarina katarzyna katharina käthe kathrin katja katrin
  kay kemal kerstin kevin kilian kim kirsten kirstin klara klaus klemens konrad konstantin krzysztof kurt lars larissa laura laurenz lea leah lena lennard lennart leni leo leon leonard leonie leopold levin lia liam lilli
  lilly lina linda lina linus lisa lisbeth lorena lorenz lotta lotte lothar louis louisa luca lucas lucia lucie ludger ludmila ludwig luis luisa lukas luise lydia maciej madeleine magda magdalena mahmoud maik maike maja
  malgorzata malte mandy manfred manuel manuela mara marc marcel marco marcus mareike maren margarete margarethe margit margot margret margrit maria marian mariana marianne marie marina mario marion marius mark marko markus marlene
  marlies marta martha martin martina marvin mary maryam mathias mathilda mathilde mats matteo matthias matthis max maxi maximilian mechthild mehmet meike melanie melike melina melissa merle meryem mia michael michaela michal
  michele michelle miguel mike mila milan milena mina mira mirco miriam mirjam mirko mohamad mohamed mohammad mohammed mona monika monique moritz muhammad muhammed murat mustafa nadine nadja nancy natalia natalie natascha nele nelly
  nesrin niclas nico nicola nicolas nicole niklas niko nikolai nikolaus nils nina nino noah noel nora norbert nour nuray nurten ole olaf oleg olga oliver olivia ömer omar oskar osman oscar oswald otto özge özlem
  pablo pascal patricia patrick patrik paul paula pauline pawel peer peggy peter petra philip philipp philippa pia pierre piotr rabea rafael rahel raimund rainer ralf ralph ramona raphael rasmus raul rebecca rebekka
  regina regine reiner reinhard reinhild reinhold renata renate rene ricarda richard rita robert roberto robin roland rolf roman ronald ronja ronny rosa rosalie rosemarie rosi roswitha roxana rudi rudolf ruth rüdiger sabine sabrina said salma samira samuel
  sandra sandro sanne sara sarah sascha sebastian selim selin selina selma serkan sergej severin sibylle siegfried sigrid silas silke silvia simon simone sina sofia sofie sonja sophia sophie stefan stefanie steffen steffi stella stephan
  stephanie sunna susann susanna susanne suse sven svenja swetlana sybille sylvia tamara tanja tarik tatjana teresa thea theo theodor theresa therese theresia thilo thomas thorben thorsten tilda till tilman tim timo timm tina tobias tom tomas tomasz tom toni torben
  torsten traute tristan udo ulf uli ulrich ulrike ulla umut ursula ute uta uwe valentin valentina valerie vanessa vera verena veronika viktor viktoria vincent vincenzo volker waldemar walter waltraud wanda werner wilfried wilhelm wilhelmine willi wiebke
  winfried wladimir wolfgang wolfram xaver yannick yasemin yasin yasmin youssef yusuf yvonne zehra zeynep zoe zofia
  `
    .split(/\s+/)
    .filter(Boolean),
)
