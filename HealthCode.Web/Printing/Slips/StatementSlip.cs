using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>情况说明 — says in the person's own words why he cannot apply for the official code. It certifies nothing: no identity, no kinship, no health, and has no number or code.</summary>
public static class StatementSlip
{
    /// <summary>The paper as PDF.</summary>
    /// <param name="statement">What it says.</param>
    /// <param name="terms">What the province calls its code, and the notice.</param>
    /// <param name="office">The office.</param>
    public static byte[] Draw(CircumstanceStatement statement, HealthCodeTerms terms, Office office)
    {
        using var sheet = new SlipSheet("情况说明");
        var resident = statement.Resident;
        sheet.Paragraph($"{resident.Person.Name.Value}，{resident.Person.Sex.ChineseName()}，住{office.OfficialName}辖区{(resident.VillageGroup.Length > 0 ? resident.VillageGroup : "")}，属于不便申领官方健康码的{statement.Group}。");
        sheet.Boxed($"{statement.SpokenBy}说明", statement.Words);
        sheet.Paragraph("请各出入口测温后予以方便，不要因为没有码就不让他通行、办事。");
        sheet.Paragraph("请与本人身份证件一起出示。");
        sheet.Paragraph("　");
        sheet.Paragraph("说明人（签字）：　　　　　　　　　　经办人（签字）：");
        sheet.Source($"本说明照本人或监护人的话写成，只说明情况，不证明身份、亲属关系和健康状况。依据 {terms.CircumstanceStatements?.Place}：“{terms.CircumstanceStatements?.Quote}”");
        return sheet.Finish(office, statement.On);
    }
}
