using HealthCode.Domain.People;
using HealthCode.Domain.Tips;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class TipMapping : IEntityTypeConfiguration<Tip>, IEntityTypeConfiguration<TipArea>, IEntityTypeConfiguration<TipSettings>
{
    public void Configure(EntityTypeBuilder<Tip> builder)
    {
        builder.AuditedAs(tip => $"线索 {tip.NumberText}");
        builder.Purged("tips", "线索和监督举报", "件", order: 370);
        builder.ToTable("Tips");
        builder.Property(tip => tip.OfficeCode).HasMaxLength(12);
        builder.Ignore(tip => tip.NumberText);
        builder.Ignore(tip => tip.Content);
        // What is plain names nobody and no place: the board sorts and counts by it.
        builder.Property(tip => tip.Kind).AuditedAs("线索还是监督").Disclosed(kind => kind.ChineseName());
        builder.Property(tip => tip.Topic).AuditedAs("上报类型").Disclosed();
        builder.Property(tip => tip.Condition).Encrypted().AuditedAs("身体状况");
        builder.Property(tip => tip.Suspect).AsJson().Encrypted().AuditedAs("被反映的人");
        builder.Property(tip => tip.Place).Encrypted().AuditedAs("所在地");
        builder.Property(tip => tip.PlaceKey).Hashed().HashOf<Tip>(tip => Tip.PlaceKeyOf(tip.Place)).NotAudited();
        builder.Property(tip => tip.Description).Encrypted().AuditedAs("情况");
        builder.Property(tip => tip.Reporter).AsJson().Encrypted().AuditedAs("举报人");
        builder.Property(tip => tip.IsNamed).AuditedAs("留了姓名");
        builder.Property(tip => tip.AreaId).AuditedAs("辖区");
        builder.Property(tip => tip.State).AuditedAs("状态").Disclosed(state => state.ChineseName());
        builder.Property(tip => tip.ReceivedBy).AsJson();
        builder.Property(tip => tip.DueAt).NotAudited();
        builder.Property(tip => tip.Dispatched).AsJson().Encrypted().AuditedAs("派给谁");
        builder.Property(tip => tip.DispatchedAt).AuditedAs("派发时间").Disclosed();
        builder.Property(tip => tip.FirstDispatchedAt).NotAudited();
        builder.Property(tip => tip.VisitedAt).AuditedAs("上门时间").Disclosed();
        builder.Property(tip => tip.Feedback).AsJson().Encrypted().AuditedAs("反馈");
        builder.Property(tip => tip.FeedbackAt).AuditedAs("反馈时间").Disclosed();
        builder.Property(tip => tip.IsSuspected).AuditedAs("有没有疑似");
        builder.Property(tip => tip.Reported).AsJson().Encrypted().AuditedAs("上报给谁");
        builder.Property(tip => tip.ReportedAt).AuditedAs("上报时间").Disclosed();
        builder.Property(tip => tip.LinkedToId).AuditedAs("并入");
        builder.Property(tip => tip.Corrections).AsJson().Encrypted().AuditedAs("更正");
        builder.HasIndex(tip => new { tip.OfficeCode, tip.Number }).IsUnique();
        // The board: few are open, however many there were.
        builder.HasIndex(tip => new { tip.OfficeCode, tip.State, tip.DueAt });
        // Doubles: the same place, or the same area.
        builder.HasIndex(tip => new { tip.OfficeCode, tip.PlaceKey });
        builder.HasIndex(tip => new { tip.OfficeCode, tip.AreaId, tip.ReceivedAt });
        builder.HasIndex(tip => tip.LinkedToId);
    }

    public void Configure(EntityTypeBuilder<TipArea> builder)
    {
        builder.AuditedAs(area => area.Id > 0 ? $"辖区 {area.Id}" : "辖区");
        builder.Purged("tip-areas", "辖区表", "行", order: 371);
        builder.ToTable("TipAreas");
        builder.Property(area => area.OfficeCode).HasMaxLength(12);
        builder.Property(area => area.Name).AuditedAs("辖区名称").Disclosed();
        builder.Property(area => area.OtherNames).AsJson().AuditedAs("别的写法");
        builder.Property(area => area.Role).AuditedAs("网格员还是联络员").Disclosed(role => role.ChineseName());
        builder.Property(area => area.Worker).AsJson().Encrypted().AuditedAs("姓名");
        builder.Property(area => area.Phone).HasConversion(phone => phone!.Value, text => PhoneNumber.Restore(text)).Encrypted().AuditedAs("电话");
        builder.Property(area => area.Since).AuditedAs("从哪天起").Disclosed();
        builder.Property(area => area.LeftOn).AuditedAs("离开日期").Disclosed();
        builder.Ignore(area => area.Spellings);
        builder.HasIndex(area => area.OfficeCode);
    }

    public void Configure(EntityTypeBuilder<TipSettings> builder)
    {
        builder.AuditedAs(_ => "线索的时限");
        builder.Retained("只有小时数");
        builder.ToTable("TipSettings");
        builder.HasKey(settings => settings.OfficeCode);
        builder.Property(settings => settings.OfficeCode).HasMaxLength(12);
        builder.Property(settings => settings.DispatchHours).AuditedAs("几小时内派发").Disclosed();
        builder.Property(settings => settings.VisitHours).AuditedAs("几小时内上门").Disclosed();
        builder.Property(settings => settings.FeedbackHours).AuditedAs("几小时内反馈").Disclosed();
    }
}
