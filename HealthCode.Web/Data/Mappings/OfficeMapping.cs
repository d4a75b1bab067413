using HealthCode.Domain.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

public sealed class OfficeMapping : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.AuditedAs(office => $"村居 {office.OfficialName}");
        builder.Retained("村居自己");
        builder.HasKey(office => office.Code);
        builder.Ignore(office => office.FullAddress);
        builder.Ignore(office => office.ShortVillage);
        builder.Ignore(office => office.KeepsPapersUntil);
        builder.Property(office => office.OfficialName).AuditedAs("全称").Disclosed();
        builder.Property(office => office.Kind).AuditedAs("类别").Disclosed(kind => kind == CommitteeKind.Village ? "村民委员会" : "居民委员会");
        builder.Property(office => office.ContactPhone).AuditedAs("核发机构联系方式").Disclosed();
        builder.Property(office => office.SupervisionPhone).AuditedAs("监督电话").Disclosed();
        builder.Property(office => office.TemperaturePrompt).AuditedAs("体温提示值").Disclosed();
        builder.Property(office => office.TemperaturePromptSource).AuditedAs("体温提示值出处").Disclosed();
        builder.Property(office => office.SeparatesSealKeeper).AuditedAs("审批与用印分开").Disclosed();
        builder.Property(office => office.EpidemicEndedOn).AuditedAs("疫情解除日").Disclosed();
        builder.Property(office => office.EndEnteredOn).AuditedAs("疫情解除登记日").Disclosed();
        builder.Property(office => office.Residents).AuditedAs("居民数").Disclosed();
        builder.Property(office => office.County).AuditedAs("市县");
        builder.Property(office => office.Township).AuditedAs("乡镇街道");
    }
}
