using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Declarations;

/// <summary>读给本人听 — a form as sentences: what is typed, each item with its answer, and the form's warning and promise word for word.</summary>
/// <remarks>Made from the typed text, so that an unfinished form can be read too. Of numbers only the last four characters are read: others may listen
/// (DECISIONS.md D62).</remarks>
public static class SpokenDeclaration
{
    private const int Told = 4;

    /// <summary>The sentences, in the order of the form.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="terms">What the form asks and says.</param>
    /// <param name="today">For dates typed without a year.</param>
    public static IReadOnlyList<SpokenSentence> Of(DeclarationInput form, PassTerms terms, DateOnly today) =>
    [
        Said($"{(Has(form.Name) ? form.Name!.Trim() + "，" : "")}现在把您的申报表念给您听。有不对的地方，请马上说。"),
        Said(terms.Warning.TrimEnd('。') + "。"),
        .. Identity(form, today),
        .. Residence(form, terms, today),
        .. Travel(form, today),
        .. HealthQuestion.All.Select(question => Said($"第 {question.Number} 项：{question.TextIn(terms)}？您的回答：{Answer(question.Answer(Answers(form)))}。")),
        .. Helpers(form),
        Said(terms.Promise),
        Said("念完了。都对的，请签字或者按手印。"),
    ];

    private static IEnumerable<SpokenSentence> Identity(DeclarationInput form, DateOnly today)
    {
        var born = Day(form.BirthDate, today);
        yield return Both(text => $"姓名{Word(form.Name)}，{(form.Sex is { } sex ? sex.ChineseName() : "性别还没有填")}，{(born is null ? "出生日期还没有填" : text(born) + "出生")}。");
        var number = new string([.. HalfWidth.Normalize(form.DocumentNumber ?? "").Where(char.IsLetterOrDigit)]);
        yield return form.DocumentKind == IdentityDocumentKind.None ? Said($"没有证件，原因：{Word(form.DocumentReason)}。")
            : number.Length < Told ? Said($"{form.DocumentKind.ChineseName()}号码还没有填。")
            : Both(text => $"{form.DocumentKind.ChineseName()}，号码最后{SpokenNumber.Number(Told)}位是 {text(new(number[^Told..], SpokenNumber.Digits(number[^Told..])))}。");
        var phone = new string([.. HalfWidth.Normalize(form.Phone ?? "").Where(char.IsAsciiDigit)]);
        if (phone.Length >= Told)
        {
            yield return Both(text => $"电话是{form.PhoneOwner.ChineseName()}的，最后{SpokenNumber.Number(Told)}位是 {text(new(phone[^Told..], SpokenNumber.Digits(phone[^Told..])))}。");
        }
    }

    private static IEnumerable<SpokenSentence> Residence(DeclarationInput form, PassTerms terms, DateOnly today)
    {
        var stays = form.Stays.Where(stay => !stay.IsBlank).ToList();
        if (stays.Count == 0)
        {
            yield return Said($"{terms.StaysTitle}还没有填。");
        }

        foreach (var stay in stays)
        {
            var (first, last) = (Day(stay.FirstDay, today), Day(stay.LastDay, today));
            yield return Both(text => $"{terms.LookBack}，您住在{Word(stay.Address)}，{(first is null ? "" : $"从{text(first)}起，")}{(last is null ? "现在还住着" : $"住到{text(last)}")}。");
        }

        yield return Said($"户籍地址：{Word(form.DomicileAddress)}。");
        if (Has(form.PermitAddress))
        {
            yield return Said($"居住证地址：{form.PermitAddress}。");
        }
    }

    private static IEnumerable<SpokenSentence> Travel(DeclarationInput form, DateOnly today)
    {
        var destination = string.Concat(new[] { form.Province, form.City, form.County, form.Township, form.Village, form.House }.Select(part => part?.Trim()));
        var on = Day(form.TravelOn, today);
        var by = form.Transport is { } transport ? transport.ChineseName() : "还没有填";
        var ride = string.Concat(Has(form.Ride) ? $"，{form.Ride}" : "", Has(form.Seat) ? $"，座位{form.Seat}" : "");
        yield return Both(text => $"{(form.TravelScope is { } scope ? scope.ChineseName() : "出行范围还没有填")}，目的地{Word(destination)}，{(on is null ? "出行日期还没有填" : text(on) + "出行")}，交通工具{by}{ride}。");
    }

    private static IEnumerable<SpokenSentence> Helpers(DeclarationInput form)
    {
        if (Has(form.GuardianName))
        {
            yield return Said($"监护人{form.GuardianName}{(Has(form.GuardianRelation) ? "，是您的" + form.GuardianRelation : "")}。");
        }

        if (Has(form.ScribeName))
        {
            yield return Said($"这张表是{form.ScribeName}替您填的{(Has(form.ScribeRelation) ? "，是您的" + form.ScribeRelation : "")}。");
        }
    }

    private static HealthAnswers Answers(DeclarationInput form) => new()
    {
        Diagnosed = form.Diagnosed,
        CloseContact = form.CloseContact,
        HadSymptoms = form.HadSymptoms,
        LeftNingxia = form.LeftNingxia,
        MetHighRisk = form.MetHighRisk,
        MetFeverish = form.MetFeverish,
        WillReport = form.WillReport,
        WillKeepAway = form.WillKeepAway,
    };

    private static string Answer(bool? answer) => answer switch { true => "是", false => "否", null => "还没有答" };

    private static SpokenSentence Said(string text) => new(text, text);

    /// <summary>The same sentence twice: with figures to read, with words to hear.</summary>
    private static SpokenSentence Both(Func<Func<SpokenSentence, string>, string> sentence) => new(sentence(part => part.Text), sentence(part => part.Spoken));

    private static SpokenSentence? Day(string? typed, DateOnly today) => !Has(typed) ? null
        : TypedDate.TryParse(typed, today, out var day, out _) && day is { } read ? new(read.Chinese(), SpokenNumber.Day(read))
        : Said(typed!.Trim());

    private static string Word(string? typed) => Has(typed) ? typed!.Trim() : "还没有填";

    private static bool Has(string? typed) => !string.IsNullOrWhiteSpace(typed);
}

/// <summary>A sentence to be read to somebody.</summary>
/// <param name="Text">As shown.</param>
/// <param name="Spoken">As spoken: dates and numbers in words.</param>
public sealed record SpokenSentence(string Text, string Spoken);
