using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations
{
    public partial class Sums : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn",
                table: "Declarations");

            migrationBuilder.AddColumn<int>(
                name: "Residents",
                table: "Offices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FoundAbnormal",
                table: "Declarations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Reason",
                table: "Declarations",
                type: "INTEGER",
                nullable: true);

            // What was keyed before is counted like what comes after.
            migrationBuilder.Sql("""UPDATE Declarations SET Reason = json_extract(Content, '$.Reason'), FoundAbnormal = Readings LIKE '%"FoundNormal":false%'""");

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_HandedOverAt",
                table: "Passes",
                columns: new[] { "OfficeCode", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GateTallies_OfficeCode_On",
                table: "GateTallies",
                columns: new[] { "OfficeCode", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn_State_Reason_FoundAbnormal",
                table: "Declarations",
                columns: new[] { "OfficeCode", "SubmittedOn", "State", "Reason", "FoundAbnormal" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Passes_OfficeCode_HandedOverAt",
                table: "Passes");

            migrationBuilder.DropIndex(
                name: "IX_GateTallies_OfficeCode_On",
                table: "GateTallies");

            migrationBuilder.DropIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn_State_Reason_FoundAbnormal",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "Residents",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "FoundAbnormal",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Declarations");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn",
                table: "Declarations",
                columns: new[] { "OfficeCode", "SubmittedOn" });
        }
    }
}
