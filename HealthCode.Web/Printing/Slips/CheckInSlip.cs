using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>代填打卡回执 — for the resident: what was written down and when he is asked next. It shows no colour and no code.</summary>
public static class CheckInSlip
{
    /// <summary>The slip as PDF.</summary>
    /// <param name="checkIn">The check-in.</param>
    /// <param name="person">Whose.</param>
    /// <param name="next">The next day on which he is asked; null when nobody need ask him.</param>
    /// <param name="form">The province's form.</param>
    /// <param name="office">The office.</param>
    /// <param name="guardian">监护人, to whom a child's slip is written, or null.</param>
    public static byte[] Draw(DailyCheckIn checkIn, Person person, DateOnly? next, CheckInForm form, Office office, Attendant? guardian = null)
    {
        using var sheet = new SlipSheet("代填打卡回执");
        var to = Addressee.Of(person, guardian, checkIn.Day);
        sheet.Paragraph($"{to.Salutation}村（居）委会替{to.Whose}记下了{checkIn.Day.Chinese()}的健康打卡（{checkIn.Channel.ChineseName()}）。");
        sheet.Heading("记下的内容");
        foreach (var line in Lines(checkIn.Content, form))
        {
            sheet.Paragraph("· " + line);
        }

        sheet.Paragraph("说得不对的，请当天告诉我们，可以更正。");
        sheet.Boxed(next is null ? "下次" : "下次问您、或者您打电话来", next?.Chinese() ?? "需要时随时来");
        return sheet.Finish(office, checkIn.Day);
    }

    private static IEnumerable<string> Lines(CheckInContent content, CheckInForm form)
    {
        if (content.Temperature is { } temperature)
        {
            yield return $"体温 {temperature}，{(content.FoundNormal == true ? "正常" : "不正常")}";
        }

        if (content.NoSymptoms || content.Symptoms.Count > 0)
        {
            yield return content.NoSymptoms ? form.NoSymptoms : string.Join('、', content.Symptoms);
        }

        foreach (var question in form.Exposures.Where(question => content.Exposures.ContainsKey(question.Code)))
        {
            yield return $"{question.Text} {content.Exposures[question.Code].ChineseName()}";
        }

        foreach (var stop in content.Itinerary)
        {
            yield return $"行程：{stop}";
        }

        foreach (var (title, text) in new[] { ("所在地址", content.Address), ("需求", content.Needs), ("原话", content.OwnWords), ("代报", content.ReportedBy) }.Where(each => each.Item2.Length > 0))
        {
            yield return $"{title}：{text}";
        }
    }
}
