package org.relaycheck.explain.sign;

/**
 * Sentences of Windows and .NET in other languages than English, as remembered: Database Mail and
 * other clients quote them in the language of their machine. Each is a part of a pattern.
 */
final class TranslatedWords {

  /** A letter or an apostrophe that is lost or changed on the way. */
  private static final String ANY = ".{1,3}?";

  /** "No connection could be made because the target machine actively refused it." */
  static final String REFUSED =
      "Zielcomputer die Verbindung verweiger|ordinateur cible l"
          + ANY
          + "a express"
          + ANY
          + "ment refus|equipo de destino deneg"
          + ANY
          + " expresamente|Rifiuto persistente del computer|quina de destino as recusou ativamente"
          + "|komputer docelowy aktywnie go odmawia|doelcomputer de verbinding actief heeft geweigerd"
          + "|компьютер отверг запрос на подключение|目标计算机积极拒绝|拒否されたため、接続できませんでした"
          + "|Hedef makine etkin olarak reddetti|cílový počítač je aktivně odmítl"
          + "|måldatorn aktivt nekade|연결을 거부했으므로";

  /** "… the connected party did not properly respond after a period of time …" */
  static final String NO_ANSWER =
      "Gegenstelle nach einer bestimmten Zeitspanne nicht|le parti connect"
          + ANY
          + " n"
          + ANY
          + "a pas r"
          + ANY
          + "pondu convenablement|parte conectada no respondi"
          + ANY
          + " adecuadamente|Risposta non corretta della parte connessa"
          + "|componente conectado n"
          + ANY
          + "o respondeu corretamente|połączona strona nie odpowiedziała"
          + "|verbonden partij niet correct heeft geantwoord|за требуемое время не получен нужный отклик"
          + "|连接方在一段时间后没有正确答复|一定の時間を過ぎても正しく応答しなかった";

  /** "The operation has timed out." */
  static final String TIMED_OUT =
      "(?:Timeout|Zeitlimit) (?:f.{1,3}r|des) .{0,10}Vorgang"
          + "|Vorgang.{0,20}(?:Timeout|Zeitlimit|Zeit.{1,3}berschreitung)"
          + "|d.{1,3}lai d.{0,12}op.{1,3}ration .{0,12}(?:expir|d.{1,3}pass)"
          + "|op.{1,3}ration a (?:expir|d.{1,3}pass)"
          + "|tiempo de espera de la operaci|operaci.{1,3}n ha superado el tiempo"
          + "|tempo limite da opera|opera.{2,4}o (?:atingiu|excedeu) o tempo limite"
          + "|Timeout dell.operazione|Tempo scaduto per l.operazione"
          + "|limit czasu operacji|time-out opgetreden|Время ожидания операции истекло"
          + "|zaman a.{1,3}m.na u.rad|asový limit operace"
          + "|操作已超时|操作がタイムアウト|작업 시간이 초과";

  /** "No such host is known.", "The remote name could not be resolved." */
  static final String NAME =
      "Host ist unbekannt|kein solcher Host bekannt|Remotename konnte nicht aufgel"
          + "|H.{1,3}te inconnu|nom distant n.{1,3}a pas pu|Host desconocido"
          + "|resolver el nombre remoto|Host sconosciuto|risolvere il nome remoto"
          + "|host n.{1,3}o .{1,3}conhecido|nome remoto n.{1,3}o p.{1,3}de ser resolvido"
          + "|Nieznany host|nazwy zdalnej|Host is onbekend|externe naam kan niet"
          + "|хост неизвестен|разрешить удаленное имя|不知道这样的主机|解析此远程名称"
          + "|ホストは不明です|リモート名を解決できません";

  /** "The remote certificate is invalid according to the validation procedure." */
  static final String CERTIFICATE =
      "Remotezertifikat ist .{0,40}ung.{1,3}ltig|certificat distant (?:n.{1,3}est pas|est non) valide"
          + "|certificado remoto no es v.{1,3}lido|certificato remoto non .{0,30}valid"
          + "|certificado remoto (?:.{1,3}inv|n.{1,3}o .{1,3}v).{1,3}lido"
          + "|Certyfikat zdalny jest nieprawid|externe certificaat is ongeldig"
          + "|Удаленный сертификат недействителен|Uzak sertifika .{0,40}ge.ersiz|远程证书无效|원격 인증서가 (?:잘못|유효하지)|リモート証明書[はが]無効";

  /** "Failure sending mail." */
  static final String SENDING =
      "Fehler beim Senden von (?:E-)?Mail|(?:chec|Erreur).{0,12}envoi d.{1,3}(?:courrier|e-mail)"
          + "|Error al enviar correo|invio della posta|Falha ao enviar (?:e-?mail|correio)"
          + "|podczas wysyłania poczty|verzenden van e-mail|Сбой при отправке (?:сообщения|почты)"
          + "|发送邮件失败|メールを送信できませんでした";

  /** "An existing connection was forcibly closed by the remote host." */
  static final String CLOSED =
      "Verbindung wurde vom Remotehost geschlossen|par l.{1,3}h.{1,3}te distant"
          + "|conexi.{1,3}n existente por el host remoto|interrotta forzatamente dall.host remoto"
          + "|conex.{1,3}o existente pelo host remoto|zamknięte przez zdalnego hosta"
          + "|gesloten door de externe host|разорвал существующее подключение"
          + "|强迫关闭了一个现有的连接|ホストに強制的に切断";

  /** "An established connection was aborted by the software in your host machine." */
  static final String ABORTED =
      "softwaregesteuert durch den Hostcomputer abgebrochen"
          + "|abandonn.{1,3}e par un logiciel de votre ordinateur"
          + "|anulado una conexi.{1,3}n establecida por el software";

  /** "A call to SSPI failed, see inner exception." */
  static final String SSPI =
      "(?:Fehler|chec|Error|Falha|Błąd|Chiamata|Сбой|Ошибка).{0,24}SSPI|调用 ?SSPI ?失败";

  private TranslatedWords() {}
}
