using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class ResidentMapping : IEntityTypeConfiguration<Resident>
{
    public void Configure(EntityTypeBuilder<Resident> builder)
    {
        builder.AuditedAs(resident => resident.Id > 0 ? $"居民名册 {resident.Id}" : "居民名册");
        builder.Purged("roster", "居民名册", "人", order: 100);
        builder.Property(resident => resident.OfficeCode).HasMaxLength(12);
        builder.Property(resident => resident.Person).AsJson().Encrypted().AuditedAs("人员");
        builder.Property(resident => resident.PersonKey).Hashed().AuditedAs("证件");
        builder.Property(resident => resident.Phone).HasConversion(phone => phone!.Value, text => PhoneNumber.Restore(text)).Encrypted().AuditedAs("电话");
        builder.Property(resident => resident.Address).Encrypted().AuditedAs("详细地址");
        builder.Property(resident => resident.Note).Encrypted().AuditedAs("备注");
        builder.Property(resident => resident.GridWorker).AsJson().Encrypted().AuditedAs("网格员");
        builder.Property(resident => resident.Guardian).AsJson().Encrypted().AuditedAs("监护人");
        builder.Property(resident => resident.HouseholdNumber).AuditedAs("户号");
        builder.Property(resident => resident.RelationToHead).AuditedAs("与户主关系");
        builder.Property(resident => resident.VillageGroup).AuditedAs("村民小组");
        builder.Property(resident => resident.School).AuditedAs("学校");
        builder.Property(resident => resident.SchoolClass).AuditedAs("班级");
        builder.Property(resident => resident.HasSmartphone).AuditedAs("智能手机");
        builder.HasIndex(resident => new { resident.OfficeCode, resident.PersonKey }).IsUnique();
        builder.HasIndex(resident => new { resident.OfficeCode, resident.School, resident.SchoolClass });
    }
}
