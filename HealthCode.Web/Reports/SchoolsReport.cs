using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>学校返校名单 — people registered with a school or kindergarten, by class, with their current card (宁教办函〔2020〕38号 二、三).</summary>
public sealed class SchoolsReport : Report
{
    public override string Code => "schools";

    public override string Name => "学校返校名单";

    public override string Purpose => "登记了学校班级的人，按班级、姓名（拼音首字母）排：卡号、有效期至、状态。";

    public override bool NamesPeople => true;

    public override ReportPeriod Period => ReportPeriod.Today;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("班级", "申报时登记在申报表旁的学校班级。没有登记的不在名单里。", pack.Sources.Schools),
        new("卡号", "每人只列最近的一张卡，一人一卡；补打、续办以后列新卡。", pack.Sources.Schools),
        Validity("有效期至", pack, "过期的要重新申办。"),
        new("状态", "填报当天的状态。进校门时仍要查验、测温。", pack.Sources.SchoolGates),
    ];

    public override bool Names(Declaration form, HealthPass card, DateOnly day) => form.HasSchoolClass && day >= card.Validity.FirstDay;

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var offices = await scope.Offices(db).ToDictionaryAsync(office => office.Code, cancellationToken);
        // The current card, or the revoked one of a person who has no other.
        var pupils = await scope.Of(db.Passes).AsNoTracking()
            .Where(pass => pass.IsCurrent || (pass.State == PassState.Revoked && !db.Passes.Any(other => other.IsCurrent && other.PersonKey == pass.PersonKey)))
            .Join(db.FormsOfPupils(), pass => pass.DeclarationId, form => form.Id, (pass, form) => new { Pass = pass, form.Content }).ToListAsync(cancellationToken);
        return ReportTable.Of(
            [Column.Text("班级", 28), Column.Text("姓名", 12), Column.Text("性别", 6), Column.Text("卡号", 24), Column.Day("有效期至"), Column.Text("状态", 20)],
            pupils.OrderByDescending(each => each.Pass.Id).DistinctBy(each => each.Pass.PersonKey)
                .OrderBy(each => each.Content.SchoolClass, NaturalOrder.Instance).ThenBy(each => PinyinInitials.Of(each.Pass.Holder.Name.Value).DefaultIfEmpty("").First(), StringComparer.Ordinal)
                .ThenBy(each => each.Pass.Holder.Name.Value, StringComparer.Ordinal).ThenBy(each => each.Pass.Id)
                .Select(each => new object?[]
                {
                    each.Content.SchoolClass, scope.Masking.Name(each.Pass.Holder.Name), each.Pass.Holder.Sex.ChineseName(), each.Pass.Number,
                    each.Pass.Validity.LastDay, PassDisplayState.Of(each.Pass, offices[each.Pass.OfficeCode], scope.Today).Word,
                }));
    }
}
