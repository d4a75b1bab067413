using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>查阅、纠错答复单 — answer to a request; for a granted 查阅 it lists all stored data. Handed to the person or his guardian only.</summary>
public static class RequestSlip
{
    /// <summary>The answer as PDF.</summary>
    /// <param name="request">An answered request.</param>
    /// <param name="office">The office that stores the data.</param>
    /// <param name="declarations">All declarations of the person with versions and decisions; empty for 纠错.</param>
    /// <param name="passes">All cards of the person; empty for 纠错.</param>
    /// <param name="resident">His roster entry, or null.</param>
    /// <param name="today">Day for which card states are computed.</param>
    /// <exception cref="ArgumentException">The request has not been answered yet.</exception>
    public static byte[] Draw(ResidentRequest request, Office office, IReadOnlyList<Declaration> declarations, IReadOnlyList<HealthPass> passes, Resident? resident, DateOnly today)
    {
        if (request.Outcome is not { } outcome)
        {
            throw new ArgumentException("not answered yet", nameof(request));
        }

        using var sheet = new SlipSheet($"{request.Kind.ChineseName()}答复单");
        var to = request.Guardian.Length > 0 ? Addressee.ToGuardianOf(request.Applicant, request.Guardian, "") : null;
        sheet.Paragraph(to?.Salutation ?? request.Applicant + "：");
        sheet.Paragraph($"您 {request.ReceivedOn.Chinese()} {(to is null ? "" : $"替{to.Whose}")}申请{request.Kind.ChineseName()}，第 {request.Id} 号：");
        sheet.Paragraph(request.RequestText);
        sheet.Boxed("答复", outcome.ChineseName());
        sheet.Paragraph(request.Answer);
        if (request.CorrectedIn.Length > 0)
        {
            sheet.Paragraph($"改在申报表 {request.CorrectedIn}。");
        }

        if (request.Kind == RequestKind.Access && outcome == RequestOutcome.Granted)
        {
            Kept(sheet, to?.Whose ?? "您", office, declarations, passes, resident, today);
        }

        sheet.Source($"答复人 {request.AnsweredBy!.Name}，核对身份：{request.IdentityCheck}。依据 个人信息保护法 第四十五条、第四十六条。");
        return sheet.Finish(office, request.AnsweredOn!.Value);
    }

    private static void Kept(SlipSheet sheet, string whose, Office office, IReadOnlyList<Declaration> declarations, IReadOnlyList<HealthPass> passes, Resident? resident, DateOnly today)
    {
        sheet.Heading($"这里保存着{whose}的");
        sheet.Paragraph(declarations.Count + passes.Count == 0 ? "没有申报表，也没有健康通行卡。" : $"申报表 {declarations.Count} 份，健康通行卡 {passes.Count} 张。");
        if (resident is not null)
        {
            sheet.Source($"居民名册：{resident.Address} {resident.VillageGroup} {resident.Phone?.Value} {(resident.HouseholdNumber.Length > 0 ? "户号 " + resident.HouseholdNumber : "")} {resident.School} {resident.SchoolClass}".TrimEnd());
        }

        foreach (var declaration in declarations)
        {
            sheet.Heading($"申报表 {declaration.Number}");
            foreach (var line in Form(declaration).Where(line => line.Length > 0))
            {
                sheet.Source(line);
            }
        }

        foreach (var pass in passes)
        {
            sheet.Source($"健康通行卡 {PassNumber.Restore(pass.Number).Grouped}，{pass.Validity.FirstDay.Chinese()}至{pass.Validity.LastDay.Chinese()}，{PassDisplayState.Of(pass, office, today).Word}");
        }

        sheet.Source(office.KeepsPapersUntil is { } last ? $"保存到 {last.Chinese()}，以后销毁。" : "保存到疫情解除后第 30 天，以后销毁。");
    }

    private static IEnumerable<string> Form(Declaration declaration)
    {
        var (content, person) = (declaration.Content, declaration.Content.Person);
        yield return $"{declaration.SubmittedOn.Chinese()} 申报，第 {declaration.Version} 版，{declaration.State.ChineseName()}";
        yield return $"{person.Name.Value}，{person.Sex.ChineseName()}，{person.BirthDate.Chinese()}生，{person.Document.Kind.ChineseName()} {person.Document.Number}";
        yield return content.Phone is { } phone ? $"电话 {phone.Value}" : "";
        yield return $"现住 {content.CurrentAddress}；户籍 {content.DomicileAddress}";
        yield return content.Travel.Destination.Length > 0 ? $"去往 {content.Travel.Destination}{(content.Travel.On is { } on ? "，" + on.Chinese() : "")}" : "";
        yield return "各项回答 " + string.Join(' ', HealthQuestion.All.Select(question => question.Mark + (question.Answer(content.Answers) switch { true => "是", false => "否", null => "空" })));
        yield return declaration.TemperatureReadings.Count > 0 ? "体温 " + string.Join('、', declaration.TemperatureReadings.Select(reading => string.Create(CultureInfo.InvariantCulture, $"{reading.At.ChineseShort()} {reading.Temperature}"))) : "";
        foreach (var version in declaration.Versions.Where(version => version.Number > 1))
        {
            yield return $"第 {version.Number} 版 {BeijingTime.DayOf(version.At).Chinese()}：{version.Reason}";
        }

        foreach (var decision in declaration.Decisions)
        {
            yield return $"{decision.DecidedOn.Chinese()} 审核：{decision.Outcome.ChineseName()}，{decision.By.Name}{(decision.Reason.Length > 0 ? "，" + decision.Reason : "")}";
        }

        yield return content.Guardian is { } guardian ? $"监护人 {guardian.Name.Value}（{guardian.Relation}）" : "";
    }
}
