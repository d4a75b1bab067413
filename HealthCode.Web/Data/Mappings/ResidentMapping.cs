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
        builder.Property(resident => resident.OfficeCode).HasMaxLength(12);
        builder.Property(resident => resident.Person).AsJson().Encrypted();
        builder.Property(resident => resident.PersonKey).Hashed();
        builder.Property(resident => resident.Phone).HasConversion(phone => phone!.Value, text => PhoneNumber.Restore(text)).Encrypted();
        builder.Property(resident => resident.Address).Encrypted();
        builder.Property(resident => resident.Note).Encrypted();
        builder.Property(resident => resident.GridWorker).AsJson().Encrypted();
        builder.Property(resident => resident.Guardian).AsJson().Encrypted();
        builder.HasIndex(resident => new { resident.OfficeCode, resident.PersonKey }).IsUnique();
        builder.HasIndex(resident => new { resident.OfficeCode, resident.School, resident.SchoolClass });
    }
}
